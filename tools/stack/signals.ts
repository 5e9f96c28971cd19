import type { Stack } from './stack.ts';

/**
 * Stops a stack in order at Ctrl-C or when the system asks for it, and ends the process. A signal that comes during the
 * start waits for it, so that what has been started can be stopped; further signals change nothing.
 */
export const stopOnSignal = (starting: Promise<Stack>): void => {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const stack = await starting.catch(() => undefined);
    await stack?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping ??= stop();
    });
  }
};
