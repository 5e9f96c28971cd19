/** `npm start`: the whole product in one terminal. See docs/operate.md. */
import path from 'node:path';
import { confirm } from './ask.ts';
import { messageOf, StackFailure } from './failure.ts';
import { type Flags, parseFlags } from './flags.ts';
import { hasDatabase } from './folder.ts';
import { demoAccounts } from './seed.ts';
import { stopOnSignal } from './signals.ts';
import type { Stack } from './stack.ts';

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

const main = async (): Promise<void> => {
  const flags = parseFlags(process.argv.slice(2));
  await agreed(flags);
  // Loaded only now, so that a mistake in the command line is answered at once.
  const { startStack } = await import('./stack.ts');
  const starting = startStack(flags);
  stopOnSignal(starting);
  print(await starting, flags.dataDir);
};

main().catch((cause: unknown) => {
  console.error(cause instanceof StackFailure ? messageOf(cause) : cause);
  process.exit(1);
});
