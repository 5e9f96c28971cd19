import { createHandler } from '../_shared/handler.ts';
import { invite, remove, resetFactor, resetPassword, setDisabled, update } from './administer.ts';
import { changePassword } from './changePassword.ts';
import { schema } from './schema.ts';

/** People and their accounts (contract "members"): the member, with `initial_password` once where one was made. */
export const handler = createHandler({
  schema,
  run: ({ body, api, request }) => {
    switch (body.action) {
      case 'invite':
        return invite(body, api);
      case 'update':
        return update(body, api);
      case 'reset_password':
        return resetPassword(body, api);
      case 'reset_factor':
        return resetFactor(body, api);
      case 'disable':
      case 'enable':
        return setDisabled(body.user_id, body.action === 'disable', api);
      case 'delete':
        return remove(body, api);
      case 'change_password':
        return changePassword(body, api, request.headers.get('authorization') ?? '');
    }
  },
});
