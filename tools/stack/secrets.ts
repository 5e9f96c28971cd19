import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { StackFailure } from './failure.ts';

const schema = z.object({
  superPassword: z.string(),
  databasePassword: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  innerJwtSecret: z.string(),
  signingKey: z.custom<JWK>((value) => typeof value === 'object' && value !== null && 'd' in value),
});

/** Everything secret of one data folder: database passwords, API keys, the ES256 signing key. */
export type Secrets = z.infer<typeof schema>;

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

const generate = async (): Promise<Secrets> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    superPassword: random(24),
    databasePassword: random(24),
    publishableKey: `sb_publishable_${random(16)}`,
    secretKey: `sb_secret_${random(24)}`,
    innerJwtSecret: random(32),
    signingKey: { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomUUID() },
  };
};

export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json');

/**
 * Reads the secrets of a data folder and makes them at the first start. They are random for each folder and readable
 * by its owner alone, because every process of the machine can reach the database's port.
 */
export const loadSecrets = async (dataDir: string): Promise<Secrets> => {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(await generate(), null, 2)}\n`, { mode: 0o600 });
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new StackFailure(`${file} is not a secrets file of this version; restore it from a backup.`);
  return parsed.data;
};
