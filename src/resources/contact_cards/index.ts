import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./CardList.tsx'), 'CardList'),
  show: lazyScreen(() => import('./CardShow.tsx'), 'CardShow'),
};
