import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./ApplicationList.tsx'), 'ApplicationList'),
  show: lazyScreen(() => import('./ApplicationShow.tsx'), 'ApplicationShow'),
  edit: lazyScreen(() => import('./ApplicationEdit.tsx'), 'ApplicationEdit'),
  create: lazyScreen(() => import('./ApplicationCreate.tsx'), 'ApplicationCreate'),
  recordRepresentation: (application: RaRecord) => String(application['application_no'] ?? application['request_no']),
};
