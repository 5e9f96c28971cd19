import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./MailList.tsx'), 'MailList'),
  show: lazyScreen(() => import('./MailShow.tsx'), 'MailShow'),
};
