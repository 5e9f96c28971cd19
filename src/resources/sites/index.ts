import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./SiteList.tsx'), 'SiteList'),
  show: lazyScreen(() => import('./SiteShow.tsx'), 'SiteShow'),
  edit: lazyScreen(() => import('./SiteEdit.tsx'), 'SiteEdit'),
  create: lazyScreen(() => import('./SiteCreate.tsx'), 'SiteCreate'),
  recordRepresentation: (site: RaRecord) => `${site['code']} ${site['name']}`,
};
