import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './failure.ts';
import type { Log } from './options.ts';

/** A started program: `exited` settles when it ends, for whatever reason. */
export type Program = { exited: Promise<void>; stop: () => Promise<void> };

/** A program that is started again whenever it ends by itself. */
export type Supervised<T extends Program> = { current: () => T; isUp: () => boolean; stop: () => Promise<void> };

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;

/**
 * Starts a program and keeps it running until `stop`. A failure of the very first start is thrown; later ones are
 * tried again with growing pauses, because requests are answered with 503 meanwhile and nothing is lost.
 */
export const supervise = async <T extends Program>(name: string, start: () => Promise<T>, log: Log): Promise<Supervised<T>> => {
  const state = { program: await start(), up: true, stopping: false };

  const startAgain = async (): Promise<void> => {
    for (let delay = FIRST_DELAY_MS; !state.up && !state.stopping; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      await sleep(delay);
      try {
        state.program = await start();
        state.up = true;
        log(`${name} runs again.`);
      } catch (cause) {
        log(`${name} cannot be started: ${messageOf(cause)}`);
      }
    }
  };

  const keep = async (): Promise<void> => {
    while (!state.stopping) {
      await state.program.exited;
      state.up = false;
      if (state.stopping) return;
      log(`${name} stopped unexpectedly; starting it again.`);
      await startAgain();
    }
  };
  const kept = keep();

  return {
    current: () => state.program,
    isUp: () => state.up,
    stop: async () => {
      state.stopping = true;
      await state.program.stop();
      await kept;
      if (state.up) await state.program.stop(); // a restart was under way
    },
  };
};
