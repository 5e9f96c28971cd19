import { z } from 'zod';
import { createHandler } from '../_shared/handler.ts';
import { seal, unseal } from './cipher.ts';

const schema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('save'), branch_id: z.number().int(), vehicle_kind: z.enum(['registered', 'kei']),
    /** When it begins to count, an instant; now when left out. */
    valid_from: z.iso.datetime({ offset: true }).nullish(),
    password: z.string().regex(/^[\x21-\x7e]{1,60}$/),
  }),
  z.object({ action: z.literal('read'), application_id: z.number().int() }),
]);

type Kept = { branch_id: number; vehicle_kind: string; cipher: string; valid_from: string };
const ownerOf = ({ branch_id: branch, vehicle_kind: kind }: { branch_id: number; vehicle_kind: string }): string => `${branch}:${kind}`;

/**
 * 到達番号パスワード: `save` seals one before the database sees it, `read` opens the one that was valid when a case was filed. The
 * database judges the caller and logs each reading before it answers.
 */
export const handler = createHandler({
  schema,
  run: async ({ body, api }) => {
    if (body.action === 'save') {
      return api.rpc('put_arrival_password', {
        p_branch: body.branch_id, p_vehicle_kind: body.vehicle_kind, p_valid_from: body.valid_from ?? null, p_cipher: await seal(body.password, ownerOf(body)) });
    }
    const kept = await api.rpc<Kept>('read_arrival_password', { p_application_id: body.application_id });
    return { password: await unseal(kept.cipher, ownerOf(kept)), valid_from: kept.valid_from };
  },
});
