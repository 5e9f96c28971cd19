import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./ApiKeyList.tsx'), 'ApiKeyList'),
  recordRepresentation: (key: RaRecord) => String(key['name']),
};
