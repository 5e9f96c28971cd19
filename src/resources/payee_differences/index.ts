import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./DifferenceList.tsx'), 'DifferenceList'),
};
