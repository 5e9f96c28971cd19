import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./ImportList.tsx'), 'ImportList'),
  show: lazyScreen(() => import('./ImportShow.tsx'), 'ImportShow'),
  recordRepresentation: (record: RaRecord) => String(record['file_name']),
};
