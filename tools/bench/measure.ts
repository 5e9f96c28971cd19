/** One figure: what was measured, in which unit, and the most it should be. */
export type Measure = { name: string; value: number; unit: 's' | 'ms' | 'kB' | 'MB'; limit: number };

/** Seconds that `run` took, and what it answered. */
export const timed = async <T>(run: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const start = performance.now();
  const value = await run();
  return { seconds: (performance.now() - start) / 1000, value };
};

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const shown = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** The figures as a table for the terminal. */
export const table = (measures: Measure[]): string => {
  const rows = measures.map(({ name, value, unit, limit }) => [name, `${shown(value)} ${unit}`, `${limit} ${unit}`, value <= limit ? 'ok' : 'MISSED']);
  const all = [['what', 'measured', 'at most', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
};
