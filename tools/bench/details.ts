import { z } from 'zod';
import type { FeeDetailRow } from '../../src/domain/reports/feeDetails.ts';
import { feeDetailsReport } from '../../src/domain/reports/feeDetails.ts';
import { toPdf } from '../../src/domain/reports/pdf.ts';
import { type ReportAnswer, rowsOf } from '../../src/domain/reports/report.ts';
import { toWorkbook } from '../../src/domain/reports/workbook.ts';
import { pdfFonts } from '../../supabase/functions/_shared/fonts.ts';
import type { Addresses } from '../stack/running.ts';
import { call, type Person, signIn } from './api.ts';
import { type Measure, median, timed } from './measure.ts';

const ROWS = 10_000;
const PDF_ROWS = 6000;
const ROUNDS = 3;
const page = z.custom<ReportAnswer>((value) => typeof value === 'object' && value !== null && 'columns' in value);

const once = async (person: Person, period: { from: string; to: string }): Promise<{ seconds: number; answer: ReportAnswer; rows: FeeDetailRow[] }> => {
  const read = await timed(async () => {
    const answer = page.parse(await call(person, 'report_fee_details', { p_from: period.from, p_to: period.to, p_page_size: ROWS }));
    return { answer, rows: rowsOf<FeeDetailRow>(answer) };
  });
  const { answer, rows } = read.value;
  if (rows.length < ROWS) throw new Error(`The period has ${rows.length} completed cases only.`);
  const built = await timed(() => Promise.resolve(toWorkbook(...feeDetailsReport.sheets(answer, rows))));
  return { seconds: read.seconds + built.seconds, answer, rows };
};

/** 明細 of 10,000 cases: rows from the API, laid out as Excel (what the browser's worker does), and PDFs of one page and of 6,000 rows. */
export const measureDetails = async (addresses: Addresses, period: { from: string; to: string }): Promise<Measure[]> => {
  const person = await signIn(addresses, 'hq-viewer');
  const rounds: Awaited<ReturnType<typeof once>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once(person, period));
  const [{ answer, rows } = { answer: null, rows: [] }] = rounds;
  if (answer === null) return [];
  const fonts = await pdfFonts();
  const printed = async (count: number): Promise<number> =>
    (await timed(() => toPdf(fonts, feeDetailsReport.sheets(answer, rows.slice(0, count))))).seconds;
  return [
    { name: '明細 of 10,000 rows: read and laid out', value: median(rounds.map(({ seconds }) => seconds)), unit: 's', limit: 2 },
    { name: '明細 as PDF: one page', value: median([await printed(10), await printed(10), await printed(10)]), unit: 's', limit: 0.6 },
    { name: '明細 as PDF: 6,000 rows', value: await printed(PDF_ROWS), unit: 's', limit: 8 },
  ];
};
