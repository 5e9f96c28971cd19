import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./NoticeList.tsx'), 'NoticeList'),
  show: lazyScreen(() => import('./NoticeShow.tsx'), 'NoticeShow'),
  edit: lazyScreen(() => import('./NoticeEdit.tsx'), 'NoticeEdit'),
  create: lazyScreen(() => import('./NoticeCreate.tsx'), 'NoticeCreate'),
  recordRepresentation: (notice: RaRecord) => String(notice['title']),
};
