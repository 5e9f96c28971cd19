import type { TestProject } from 'vitest/node';
import { type DatabaseUrls, startDatabase } from '../../tools/stack/postgres/index.ts';
import { temporaryFolder } from './temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database; clone it with `cloneDatabase`, never write to it. */
    template: DatabaseUrls;
  }
}

/** One PostgreSQL with all migrations for the whole project `database`. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = temporaryFolder('database');
  const database = await startDatabase({ dataDir: folder.dir });
  project.provide('template', { url: database.url, superUrl: database.superUrl });
  return async () => {
    await database.stop();
    folder.remove();
  };
};
