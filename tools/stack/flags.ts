import { parseArgs } from 'node:util';
import { messageOf, StackFailure } from './failure.ts';
import { parseClock } from './moment.ts';
import type { StackOptions } from './options.ts';
import type { SeedKind } from './seed.ts';

/** What `npm start -- …` was given. `yes` answers the question before `--fresh` deletes. */
export type Flags = Required<Pick<StackOptions, 'port' | 'host' | 'dataDir' | 'fresh' | 'dev'>> & { seed: SeedKind; clock?: string; yes: boolean };

const definition = {
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  'data-dir': { type: 'string', default: '.data' },
  seed: { type: 'string', default: 'demo' },
  clock: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
} as const;

const NAMES = Object.keys(definition)
  .map((name) => `--${name}`)
  .join(', ');

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: definition, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const given = /'(?<word>[^' ]+)/.exec(messageOf(cause))?.groups?.word ?? args.join(' ');
    const known = given.replace(/^--/, '').split('=')[0] ?? '';
    if (known in definition) throw new StackFailure(`${given} needs ${known === 'fresh' || known === 'yes' || known === 'dev' ? 'no value' : 'a value'}.`);
    throw new StackFailure(`I do not know ${given}; the flags are ${NAMES}.`);
  }
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new StackFailure(`--port ${text} is not a port; give a number from 0 to 65535.`);
  return port;
};

const seedOf = (text: string): SeedKind => {
  if (text !== 'demo' && text !== 'none') throw new StackFailure(`--seed ${text} is not known; it is demo or none.`);
  return text;
};

/** Reads the command line. Throws StackFailure with one sentence for anything it does not understand. */
export const parseFlags = (args: string[]): Flags => {
  const values = parse(args);
  if (values.host === '') throw new StackFailure('--host is empty; give an address of this machine, such as 0.0.0.0.');
  if (values['data-dir'] === '') throw new StackFailure('--data-dir is empty; give a folder.');
  if (values.clock !== undefined) parseClock(values.clock);
  const { host, clock, fresh, yes, dev } = values;
  return { port: portOf(values.port), host, dataDir: values['data-dir'], seed: seedOf(values.seed), clock, fresh, yes, dev };
};
