import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./TemplateList.tsx'), 'TemplateList'),
  edit: lazyScreen(() => import('./TemplatePages.tsx'), 'TemplateEdit'),
  create: lazyScreen(() => import('./TemplatePages.tsx'), 'TemplateCreate'),
  recordRepresentation: (template: RaRecord) => String(template['name']),
};
