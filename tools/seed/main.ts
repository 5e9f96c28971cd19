/** `npm run seed -- --applications N`: data at scale, into the running or stopped product. */
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { messageOf, StackFailure } from '../stack/failure.ts';
import { openDatabase } from './open.ts';
import { createProgress } from './progress.ts';
import { addApplications } from './scale.ts';

const USAGE = 'Usage: npm run seed -- --applications N [--data-dir DIR]';

const flagsOf = (args: string[]): { applications: number; dataDir: string } => {
  const options = { applications: { type: 'string' }, 'data-dir': { type: 'string', default: '.data' } } as const;
  try {
    const { values } = parseArgs({ args, options, strict: true });
    const applications = Number(values.applications?.replaceAll(/[,_]/g, ''));
    if (!Number.isInteger(applications) || applications < 1 || applications > 600_000_000) {
      throw new StackFailure(`--applications needs a whole number from 1 to 600,000,000. ${USAGE}`);
    }
    return { applications, dataDir: values['data-dir'] };
  } catch (cause) {
    throw cause instanceof StackFailure ? cause : new StackFailure(`${messageOf(cause)} ${USAGE}`);
  }
};

const main = async (): Promise<void> => {
  const { applications, dataDir } = flagsOf(process.argv.slice(2));
  const database = await openDatabase(dataDir);
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
  try {
    await addApplications(sql, { applications, progress: createProgress(applications) });
    console.log(`\n${applications.toLocaleString('en')} applications were added.`);
  } finally {
    await sql.end();
    await database.close();
  }
};

main().catch((cause: unknown) => {
  console.error(cause instanceof StackFailure ? messageOf(cause) : cause);
  process.exit(1);
});
