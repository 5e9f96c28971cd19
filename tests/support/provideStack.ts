import type { TestProject } from 'vitest/node';
import { type Stack, type StackOptions, startStack } from '../../tools/stack/stack.ts';
import { temporaryFolder } from './temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The running stack of the project. */
    stack: Omit<Stack, 'stop' | 'firstLines'>;
  }
}

/** Starts a stack in a temporary folder and provides its addresses to the tests of a project. */
export const provideStack = async (project: TestProject, options: Omit<StackOptions, 'dataDir'>): Promise<() => Promise<void>> => {
  const folder = temporaryFolder('stack');
  const { stop, firstLines: _, ...addresses } = await startStack({ dataDir: folder.dir, quiet: true, durable: false, ...options });
  project.provide('stack', addresses);
  return async () => {
    await stop();
    folder.remove();
  };
};
