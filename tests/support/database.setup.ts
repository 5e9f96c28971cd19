import type { TestProject } from 'vitest/node';
import { type DatabaseUrls, startDatabase } from '../../tools/stack/postgres/index.ts';
import { buildWorld, type WorldContent } from '../world.ts';
import { connect } from './connection.ts';
import { temporaryFolder } from './temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database; clone it with `cloneDatabase`, never write to it. */
    template: DatabaseUrls;
    /** The same with the named cast in it; `useWorld` clones it. */
    worldDatabase: DatabaseUrls;
    worldContent: WorldContent;
  }
}

/** One PostgreSQL with all migrations for the whole project `database`; the world is built once and copied by each file. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = temporaryFolder('database');
  const database = await startDatabase({ dataDir: folder.dir });
  const end = async () => {
    await database.stop();
    folder.remove();
  };
  try {
    const world = await database.createFromTemplate('world');
    const sql = connect(world.url);
    const content = await buildWorld(sql).finally(() => sql.end());
    project.provide('template', { url: database.url, superUrl: database.superUrl });
    project.provide('worldDatabase', world);
    project.provide('worldContent', content);
    return end;
  } catch (cause) {
    await end();
    throw cause;
  }
};
