import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./CarList.tsx'), 'CarList'),
  recordRepresentation: (car: RaRecord) => String(car['chassis_no']),
};
