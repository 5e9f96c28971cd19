import { AppError, toAppError } from './errors.ts';

type Answer<Data> = { data: Data; error: null } | { data: null; error: unknown };
export type Enrolment = { id: string; secret: string; uri: string };
export type VerifiedFactor = { id: string; created_at: string };

/** The part of auth-js's `mfa` that a second factor needs. */
export type FactorGate = {
  enroll: (params: { factorType: 'totp'; issuer: string; friendlyName: string }) => Promise<Answer<{ id: string; totp: { secret: string; uri: string } }>>;
  challengeAndVerify: (params: { factorId: string; code: string }) => Promise<Answer<unknown>>;
  unenroll: (params: { factorId: string }) => Promise<Answer<unknown>>;
  listFactors: () => Promise<Answer<{ totp: VerifiedFactor[] }>>;
};

const NAMES: Record<string, string> = { mfa_verification_failed: 'factor_code_wrong', mfa_challenge_expired: 'factor_code_wrong', insufficient_aal: 'not_signed_in' };

const taken = <Data>({ data, error }: Answer<Data>): Data => {
  if (data !== null) return data;
  const known = toAppError(error);
  const name = NAMES[known.code];
  throw name === undefined ? known : new AppError({ code: name, status: known.status });
};

/** Second factor of the person who is signed in: TOTP of any authenticator app (docs/decisions.md D-7). Throws `AppError`. */
export const createFactors = (gate: FactorGate) => ({
  /** A new secret; it counts once a code of it was proved. An earlier one that was never proved is replaced. */
  begin: async (): Promise<Enrolment> => {
    const { id, totp } = taken(await gate.enroll({ factorType: 'totp', issuer: 'KeizokuKensaOSS', friendlyName: 'totp' }));
    return { id, secret: totp.secret, uri: totp.uri };
  },
  /** Shows a code. The session is worth both factors afterwards. @throws AppError `factor_code_wrong` */
  prove: async (factorId: string, code: string): Promise<void> => {
    taken(await gate.challengeAndVerify({ factorId, code }));
  },
  /** The proved factors, oldest first; one as a rule. */
  verified: async (): Promise<VerifiedFactor[]> => taken(await gate.listFactors()).totp,
  remove: async (factorId: string): Promise<void> => {
    taken(await gate.unenroll({ factorId }));
  },
});
export type Factors = ReturnType<typeof createFactors>;
