import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./MemberList.tsx'), 'MemberList'),
  show: lazyScreen(() => import('./MemberShow.tsx'), 'MemberShow'),
  edit: lazyScreen(() => import('./MemberEdit.tsx'), 'MemberEdit'),
  create: lazyScreen(() => import('./MemberCreate.tsx'), 'MemberCreate'),
  recordRepresentation: (member: RaRecord) => String(member['display_name']),
};
