import process from 'node:process';
import { failureOf } from './failure.ts';

/** Newer projects hold their keys as JSON by name, older ones a single anon key. */
export const publishableKey = (): string => {
  const keys: unknown = JSON.parse(process.env.SUPABASE_PUBLISHABLE_KEYS ?? '{}');
  const named: unknown = typeof keys === 'object' && keys !== null ? Reflect.get(keys, 'default') : undefined;
  return typeof named === 'string' ? named : (process.env.SUPABASE_ANON_KEY ?? '');
};

/** The Data API as the caller: his token, his policies. */
export type Api = {
  /** Calls an RPC. Throws the `Failure` that the database answered. */
  rpc: <Answer>(name: string, args: Record<string, unknown>) => Promise<Answer>;
};

export const apiAs = (authorization: string): Api => ({
  rpc: async <Answer>(name: string, args: Record<string, unknown>): Promise<Answer> => {
    const response = await fetch(`${process.env.SUPABASE_URL ?? ''}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { apikey: publishableKey(), authorization, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const text = await response.text();
    if (!response.ok) throw failureOf(response.status, parse(text));
    return (text === '' ? null : JSON.parse(text)) as Answer;
  },
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
