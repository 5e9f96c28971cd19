import { importJWK, type JSONWebKeySet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Secrets } from '../secrets.ts';

/** The keys of one stack at work: ES256 towards the world, HS256 towards the library, which knows nothing else. */
export type Keys = {
  jwks: JSONWebKeySet;
  /** Signs a token for clients. */
  sign: (claims: JWTPayload) => Promise<string>;
  /** Verifies a client's token; throws jose's errors. */
  verify: (token: string) => Promise<JWTPayload>;
  /** Signs the twin of a client's token for the library. */
  signInner: (claims: JWTPayload) => Promise<string>;
  verifyInner: (token: string) => Promise<JWTPayload>;
};

export const openKeys = async ({ signingKey, innerJwtSecret }: Secrets): Promise<Keys> => {
  const { d: _, ...publicKey } = signingKey;
  const [priv, pub] = await Promise.all([importJWK(signingKey, 'ES256'), importJWK(publicKey, 'ES256')]);
  const inner = new TextEncoder().encode(innerJwtSecret);
  const kid = signingKey.kid ?? '';
  return {
    jwks: { keys: [publicKey] },
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(priv),
    verify: async (token) => (await jwtVerify(token, pub, { algorithms: ['ES256'] })).payload,
    signInner: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(inner),
    verifyInner: async (token) => (await jwtVerify(token, inner, { algorithms: ['HS256'] })).payload,
  };
};
