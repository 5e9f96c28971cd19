import { z } from 'zod';
import { isDate, monthEnd } from '../../../src/domain/calendar.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');
const day = z.string().refine(isDate, 'YYYY-MM-DD');

/** A month, or both ends in the same form: months, or days (docs/domain.md §5.6). */
export const period = z.union([
  z.object({ month }).transform(({ month: m }) => ({ from: `${m}-01`, to: monthEnd(`${m}-01`) })),
  z.object({ from: month, to: month }).transform(({ from, to }) => ({ from: `${from}-01`, to: monthEnd(`${to}-01`) })),
  z.object({ from: day, to: day }),
]);

/** First and last day, JST, as 'YYYY-MM-DD'. */
export type Period = z.infer<typeof period>;
