import postgres from 'postgres';
import { openDatabase } from '../../seed/open.ts';
import { bulkOutcomes } from './bulk.ts';
import { readPeople, type Title } from './people.ts';
import { questionsOf, readSample } from './questions.ts';
import { describe, holds, summarise } from './report.ts';
import { ask, type Outcome, talkative } from './run.ts';

export type ScaleOptions = { dataDir: string; only: string | undefined };

export const askAll = async (url: string, only: string): Promise<Outcome[]> => {
  const open = (onnotice: (notice: postgres.Notice) => void) => postgres(url, { max: 1, onnotice });
  const quiet = open(() => undefined);
  const loud = await talkative(open);
  try {
    const people = await readPeople(quiet);
    const outcomes: Outcome[] = [];
    for (const [title, person] of Object.entries(people)) {
      const questions = questionsOf(title as Title, person, await readSample(quiet, person));
      for (const question of questions.filter(({ name, group }) => `${title} ${group} ${name}`.includes(only))) outcomes.push(await ask(quiet, loud, person, question));
    }
    return 'branch bulk'.includes(only) ? [...outcomes, ...await bulkOutcomes(quiet, loud, people.branch)] : outcomes;
  } finally {
    await Promise.all([quiet.end(), loud.sql.end()]);
  }
};

/**
 * Asks the database of a data folder what the app asks it, as each of four people, each question beside its floor (the
 * same statement without policies), and judges every plan. Writes nothing that stays.
 * @returns the outcomes, and whether all hold
 */
export const benchScale = async ({ dataDir, only = '' }: ScaleOptions) => {
  const database = await openDatabase(dataDir);
  try {
    const outcomes = await askAll(database.superUrl, only);
    console.log(describe(outcomes));
    return { outcomes, summary: summarise(outcomes), ok: outcomes.every(holds) };
  } finally {
    await database.close();
  }
};
