import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type Stack, type StackOptions, startStack } from '../../tools/stack/stack.ts';
import { temporaryFolder } from '../support/temporary.ts';

export const fixture = fileURLToPath(new URL('fixture', import.meta.url));

/** Starts stacks on the miniature schema and undoes everything with `clean`. */
export const createStarts = () => {
  const undo: (() => unknown)[] = [];
  const folder = (): string => {
    const { dir, remove } = temporaryFolder('life');
    undo.push(remove);
    return dir;
  };
  return {
    /** An empty data folder. */
    folder,
    /** A data folder whose first start was done. */
    prepared: (): string => {
      const dir = folder();
      cpSync(inject('prepared'), dir, { recursive: true });
      return dir;
    },
    start: async (dataDir: string, options: Partial<StackOptions> = {}): Promise<Stack> => {
      const sources = { supabaseDir: fixture, functionsDir: `${fixture}/functions` };
      const stack = await startStack({ dataDir, quiet: true, durable: false, buildApp: false, ...sources, ...options });
      undo.push(stack.stop);
      return stack;
    },
    clean: async (): Promise<void> => {
      for (const step of undo.splice(0).toReversed()) await step();
    },
  };
};

/** A request to the Data API with the secret key. */
export const api = ({ url, secretKey }: Stack, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/rest/v1/${path}`, { ...init, headers: { apikey: secretKey, 'content-type': 'application/json', prefer: 'return=minimal' } });
