import type { TestProject } from 'vitest/node';
import { startBrowser } from './browser.ts';
import { provideStack } from './provideStack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of the project listens. */
    browser: string;
  }
}

/** Months and deadlines are those of this day, whenever the tests run: October 2026 is the month to be closed. */
const CLOCK = '2026-11-24T10:00+09:00';

/** The whole product with its demo data, and one real browser for all files. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const browser = await startBrowser();
  project.provide('browser', browser.wsEndpoint());
  const stopStack = await provideStack(project, { seed: 'demo', clock: CLOCK }).catch(async (cause: unknown) => {
    await browser.close();
    throw cause;
  });
  return async () => {
    await browser.close();
    await stopStack();
  };
};
