import process from 'node:process';
import { Failure } from '../_shared/failure.ts';

const encode = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const decode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0) ?? 0);

/** AES-256 from the secret `ARRIVAL_PASSWORD_KEY`; the database never sees it. */
const keyOf = async (): Promise<CryptoKey> => {
  const secret = process.env.ARRIVAL_PASSWORD_KEY ?? '';
  if (secret.length < 32) throw new Failure(503, 'secret_key_missing');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt']);
};

/** Binds a text to whose it is: what is moved to another branch or kind of vehicle does not open. */
const bound = (owner: string) => new TextEncoder().encode(owner);

/** `v1.<iv>.<text>`, base64url. */
export const seal = async (text: string, owner: string): Promise<string> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(owner) }, await keyOf(), new TextEncoder().encode(text));
  return `v1.${encode(iv)}.${encode(new Uint8Array(sealed))}`;
};

/** The text that `seal` sealed for the same owner. Throws `secret_unreadable` when it was another key or owner. */
export const unseal = async (cipher: string, owner: string): Promise<string> => {
  const [, iv = '', sealed = ''] = cipher.split('.');
  const key = await keyOf();
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: decode(iv), additionalData: bound(owner) }, key, decode(sealed)));
  } catch {
    throw new Failure(409, 'secret_unreadable');
  }
};
