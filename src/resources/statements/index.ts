import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./StatementList.tsx'), 'StatementList'),
  show: lazyScreen(() => import('./StatementShow.tsx'), 'StatementShow'),
  recordRepresentation: (statement: RaRecord) => String(statement['number']),
};
