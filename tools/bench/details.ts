import { z } from 'zod';
import { feeDetails, type FeeDetailRow } from '../../src/domain/reports/feeDetails.ts';
import { toWorkbook } from '../../src/domain/reports/workbook.ts';
import type { Addresses } from '../stack/running.ts';
import { call, type Person, signIn } from './api.ts';
import { type Measure, median, timed } from './measure.ts';

const ROWS = 10_000;
const ROUNDS = 3;
const answer = z.object({ issued_on: z.string(), rows: z.array(z.custom<FeeDetailRow>((row) => typeof row === 'object')) });

const once = async (person: Person, period: { from: string; to: string }): Promise<number> => {
  const read = await timed(async () => answer.parse(await call(person, 'report_fee_details', { p_from: period.from, p_to: period.to })));
  const { issued_on: issuedOn, rows: all } = read.value;
  const rows = all.slice(0, ROWS);
  if (rows.length < ROWS) throw new Error(`The period has ${rows.length} completed cases only.`);
  const built = await timed(() => Promise.resolve(toWorkbook({ description: feeDetails, rows, heading: [], issuedOn })));
  return (read.seconds * ROWS) / all.length + built.seconds;
};

/** 明細 of 10,000 cases: rows from the API, laid out as Excel; what the browser's worker does. */
export const measureDetails = async (addresses: Addresses, period: { from: string; to: string }): Promise<Measure[]> => {
  const person = await signIn(addresses, 'hq-viewer');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await once(person, period));
  return [{ name: '明細 of 10,000 rows: read and laid out', value: median(times), unit: 's', limit: 2 }];
};
