import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startStack } from '../../tools/stack/stack.ts';
import { provideStack } from './provideStack.ts';
import { temporaryFolder } from './temporary.ts';

const fixture = fileURLToPath(new URL('../stack/fixture', import.meta.url));

const options = { buildApp: false, supabaseDir: fixture, functionsDir: `${fixture}/functions` };

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder after its first start, stopped; copy it to begin with a second start. */
    prepared: string;
  }
}

/** The runtime over a schema of its own: its contract tests must not change with the product. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const prepared = temporaryFolder('prepared');
  await (await startStack({ ...options, dataDir: prepared.dir, quiet: true, durable: false })).stop();
  project.provide('prepared', prepared.dir);
  const stop = await provideStack(project, options);
  return async () => {
    await stop();
    prepared.remove();
  };
};
