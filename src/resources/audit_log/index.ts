import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./AuditList.tsx'), 'AuditList'),
  show: lazyScreen(() => import('./AuditShow.tsx'), 'AuditShow'),
};
