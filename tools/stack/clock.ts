import { StackFailure } from './failure.ts';
import { connect } from './postgres/bootstrap.ts';

/** The moment of `--clock`, such as 2026-11-22T10:00+09:00. */
export const parseClock = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || !/^\d{4}-\d\d-\d\dT/.test(text)) {
    throw new StackFailure(`--clock ${text} is not a moment; write it like 2026-11-22T10:00+09:00.`);
  }
  return at;
};

/**
 * Sets the distance between the machine's clock and the one the product lives by (`private.now()`); without a moment the
 * two are one again. Done as superuser before anyone connects: the setting reaches new connections only.
 */
export const setClock = async (superUrl: string, clock: string | undefined): Promise<void> => {
  const seconds = clock === undefined ? undefined : Math.round((parseClock(clock).getTime() - Date.now()) / 1000);
  const sql = connect(superUrl);
  try {
    if (seconds === undefined) await sql`alter database postgres reset app.clock_offset`;
    else await sql.unsafe(`alter database postgres set app.clock_offset = '${seconds} seconds'`);
  } finally {
    await sql.end();
  }
};
