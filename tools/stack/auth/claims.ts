import { z } from 'zod';
import type { Keys } from './keys.ts';

const schema = z.looseObject({
  sub: z.string(),
  session_id: z.string(),
  role: z.string(),
  email: z.string().optional(),
  aal: z.string().optional(),
  iat: z.number().optional(),
  amr: z.array(z.object({ method: z.string(), timestamp: z.number() })).optional(),
});

/** Verified claims of a signed-in person. */
export type Claims = z.infer<typeof schema>;

/** The person who asks, from the twin token that `createInbound` put into the request; undefined without one. */
export const claimsOf = async (keys: Keys, request: Request): Promise<Claims | undefined> => {
  const token = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get('authorization') ?? '')?.groups?.token;
  if (!token) return undefined;
  return schema.safeParse(await keys.verifyInner(token)).data;
};

/** Reads the claims of a twin token that the library has just signed. */
export const innerClaims = async (keys: Keys, token: string): Promise<Claims> => schema.parse(await keys.verifyInner(token));
