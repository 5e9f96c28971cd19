/** `npm start`: the whole product in one terminal. See docs/operate.md. */
import path from 'node:path';
import { confirm } from './ask.ts';
import { messageOf, StackFailure } from './failure.ts';
import { type Flags, parseFlags } from './flags.ts';
import { hasDatabase } from './folder.ts';
import { demoAccounts } from './seed.ts';
import { type Stack, startStack } from './stack.ts';

/** Nothing is deleted unless somebody said so. */
const agreed = async ({ fresh, yes, dataDir }: Flags): Promise<void> => {
  if (!fresh || yes || !hasDatabase(path.resolve(dataDir))) return;
  if (await confirm(`--fresh deletes everything in ${path.resolve(dataDir)}. Go on?`)) return;
  throw new StackFailure('Nothing was deleted and nothing was started; --fresh --yes deletes without asking.');
};

const print = (stack: Stack, dataDir: string): void => {
  const lines = [`Ready: ${stack.url}`, ...demoAccounts(path.resolve(dataDir)), ...stack.firstLines];
  console.log(lines.join('\n'));
};

/** One signal stops everything in order; what arrives meanwhile (a second Ctrl-C) waits for it. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0));
    });
  }
};

const main = async (): Promise<void> => {
  const flags = parseFlags(process.argv.slice(2));
  await agreed(flags);
  // A signal during the start waits for it, so that what has been started can be stopped.
  const starting = startStack(flags);
  stopOnSignal(() => starting.then((stack) => stack.stop()).catch(() => undefined));
  print(await starting, flags.dataDir);
};

main().catch((cause: unknown) => {
  console.error(cause instanceof StackFailure ? messageOf(cause) : cause);
  process.exit(1);
});
