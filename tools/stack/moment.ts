import { StackFailure } from './failure.ts';

/** The moment of `--clock`, such as 2026-11-22T10:00+09:00. */
export const parseClock = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\dT/.test(text)) {
    throw new StackFailure(`--clock ${text} is not a moment; write it like 2026-11-22T10:00+09:00.`);
  }
  return at;
};
