/**
 * `npm run bench [-- --json FILE]`: the figures that the product promises, measured on a data folder of its own.
 * `npm run bench -- --scale --data-dir DIR [--only TEXT]`: what the app asks of a large database, and the plans (docs/bench.md).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { measureBundle } from './bundle.ts';
import { measureClosing } from './closing.ts';
import { measureDetails } from './details.ts';
import { importPlaces, measureImport } from './importing.ts';
import { measureLists } from './lists.ts';
import { measureLongReport } from './longReport.ts';
import { type Measure, median, table, timed } from './measure.ts';
import { memoryOf } from './memory.ts';
import { type Product, startProduct } from './product.ts';
import { benchScale } from './scale/index.ts';

const REST_MS = 5000;
const SECOND_STARTS = 3;

const measureStarts = async (dataDir: string): Promise<{ product: Product; measures: Measure[] }> => {
  const first = await timed(() => startProduct(dataDir));
  let product = first.value;
  const seconds: number[] = [];
  for (let round = 0; round < SECOND_STARTS; round += 1) {
    await product.stop();
    const again = await timed(() => startProduct(dataDir));
    product = again.value;
    seconds.push(again.seconds);
  }
  return {
    product,
    measures: [
      { name: 'second start to Ready', value: median(seconds), unit: 's', limit: 5 },
      { name: 'first start with demo data', value: first.seconds, unit: 's', limit: 60 },
    ],
  };
};

const measureRest = async ({ pid }: Product): Promise<Measure[]> => {
  await sleep(REST_MS);
  const value = memoryOf(pid);
  return value === undefined ? [] : [{ name: 'memory of the stack at rest', value, unit: 'MB', limit: 500 }];
};

const measureWork = async (product: Product): Promise<Measure[]> => {
  const sql = postgres(product.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [days] = await sql<{ month: string; from: string; to: string }[]>`
      select (private.month_of(private.today()) - interval '1 month')::date::text as month,
        (private.month_of(private.today()) - interval '13 months')::date::text as from, (private.today() - 1)::text as to`;
    if (!days) throw new Error('the database does not know what day it is');
    const lists = await measureLists(product);
    const details = await measureDetails(product, days);
    const imported = await measureImport(product, await importPlaces(sql), days.month.slice(0, 7));
    return [...lists, ...details, ...imported, ...(await measureClosing(sql, days.month)), ...(await measureLongReport(product))];
  } finally {
    await sql.end();
  }
};

const bench = async (dataDir: string): Promise<Measure[]> => {
  const { product, measures } = await measureStarts(dataDir);
  try {
    return [...measures, ...(await measureRest(product)), ...measureBundle(), ...(await measureWork(product))];
  } finally {
    await product.stop();
  }
};

const { values } = parseArgs({ options: { json: { type: 'string' }, scale: { type: 'boolean' }, 'data-dir': { type: 'string', default: '.data' }, only: { type: 'string' } } });
const write = (found: object) => {
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ cpus: os.cpus().length, load: os.loadavg()[0], node: process.version, ...found }, null, 2)}\n`);
};

const plain = async (): Promise<void> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const measures = await bench(dataDir);
    console.log(table(measures));
    write({ measures });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const scale = async (): Promise<void> => {
  const { outcomes, summary, ok } = await benchScale({ dataDir: values['data-dir'], only: values.only });
  write({ summary, outcomes });
  if (!ok) process.exitCode = 1;
};

await (values.scale ? scale() : plain());
