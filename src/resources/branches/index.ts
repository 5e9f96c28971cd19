import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./BranchList.tsx'), 'BranchList'),
  show: lazyScreen(() => import('./BranchShow.tsx'), 'BranchShow'),
  edit: lazyScreen(() => import('./BranchEdit.tsx'), 'BranchEdit'),
  create: lazyScreen(() => import('./BranchCreate.tsx'), 'BranchCreate'),
  recordRepresentation: (branch: RaRecord) => `${branch['code']} ${branch['name']}`,
};
