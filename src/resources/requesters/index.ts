import type { RaRecord } from 'react-admin';
import { lazyScreen } from '../../components/lazyScreen.ts';

export default {
  list: lazyScreen(() => import('./RequesterList.tsx'), 'RequesterList'),
  show: lazyScreen(() => import('./RequesterShow.tsx'), 'RequesterShow'),
  edit: lazyScreen(() => import('./RequesterEdit.tsx'), 'RequesterEdit'),
  create: lazyScreen(() => import('./RequesterCreate.tsx'), 'RequesterCreate'),
  recordRepresentation: (requester: RaRecord) => `${requester['code']} ${requester['name']}`,
};
