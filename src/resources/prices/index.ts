import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';
import { translate } from '../../i18n/translate.ts';

export default {
  list: lazyScreen(() => import('./PriceList.tsx'), 'PriceList'),
  recordRepresentation: (price: RaRecord) => translate(`price.item.${price['item']}`),
};
