import { parseClock } from './moment.ts';
import { connect } from './postgres/bootstrap.ts';

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
