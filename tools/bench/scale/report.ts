import type { Outcome } from './run.ts';

const shown = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
export const factor = ({ ms, floor }: Outcome): number => ms / Math.max(floor, 0.05);

const geometricMean = (values: number[]): number => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** Whether a question meets its limit with honest plans. */
export const holds = ({ ms, limit, faults }: Outcome): boolean => ms <= limit && faults.length === 0;

const line = (outcome: Outcome): string =>
  `${outcome.who.padEnd(8)} ${shown(outcome.clock).padStart(7)} ${shown(outcome.ms).padStart(7)} ${shown(outcome.floor).padStart(7)} ${factor(outcome).toFixed(1).padStart(5)}× ${String(outcome.limit).padStart(5)}  ${holds(outcome) ? ' ' : '!'} ${outcome.name}`
  + outcome.faults.map((fault) => `\n${' '.repeat(48)}${fault}`).join('');

export type Summary = { who: string; group: string; questions: number; mean: number; worst: number; slowest: number; missed: number };

/** By person and kind of question: geometric mean and worst of the factor over the floor, and the slowest in ms. */
export const summarise = (outcomes: Outcome[]): Summary[] => {
  const kinds = [...new Set(outcomes.map(({ who, group }) => `${who}/${group}`))];
  const parts = kinds.map((kind) => outcomes.filter(({ who, group }) => `${who}/${group}` === kind));
  return parts.map((part) => ({
    who: part[0]?.who ?? '', group: part[0]?.group ?? '', questions: part.length, mean: geometricMean(part.map(factor)),
    worst: Math.max(...part.map(factor)), slowest: Math.max(...part.map(({ ms }) => ms)), missed: part.filter((one) => !holds(one)).length,
  }));
};

const summaryLine = ({ who, group, questions, mean, worst, slowest, missed }: Summary): string =>
  `${who.padEnd(8)} ${group.padEnd(7)} ${String(questions).padStart(3)} questions  mean ${mean.toFixed(2)}×  worst ${worst.toFixed(1)}×  slowest ${shown(slowest)} ms  ${missed === 0 ? 'ok' : `${missed} MISSED`}`;

/** Every figure, then the summary. Columns: ms under the policies by the clock and on a core, on a core without them, factor, limit. */
export const describe = (outcomes: Outcome[]): string =>
  [...outcomes.map(line), '', ...summarise(outcomes).map(summaryLine)].join('\n');
