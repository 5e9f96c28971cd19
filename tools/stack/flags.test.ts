import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags.ts';

describe('parseFlags', () => {
  it('has the defaults of the contract', () => {
    expect(parseFlags([])).toEqual({ port: 8787, host: '127.0.0.1', dataDir: '.data', seed: 'demo', clock: undefined, fresh: false, yes: false, dev: false });
  });

  it('reads every flag', () => {
    const args = '--port 0 --host 0.0.0.0 --data-dir x --seed none --clock 2026-11-22T10:00+09:00 --fresh --yes --dev'.split(' ');
    expect(parseFlags(args)).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: 'x',
      seed: 'none',
      clock: '2026-11-22T10:00+09:00',
      fresh: true,
      yes: true,
      dev: true,
    });
  });

  it.each([
    [['--prot', '1'], /^I do not know --prot; the flags are --port, --host, --data-dir, --seed, --clock, --fresh, --yes, --dev\.$/],
    [['extra'], /^I do not know extra; the flags are/],
    [['--port'], /^--port needs a value\.$/],
    [['--port', '--fresh'], /^--port needs a value\.$/],
    [['--fresh=1'], /^--fresh needs no value\.$/],
    [['--port', 'http'], /^--port http is not a port; give a number from 0 to 65535\.$/],
    [['--port', '70000'], /^--port 70000 is not a port/],
    [['--seed', 'big'], /^--seed big is not known; it is demo or none\.$/],
    [['--clock', 'tomorrow'], /^--clock tomorrow is not a moment; write it like 2026-11-22T10:00\+09:00\.$/],
    [['--data-dir', ''], /^--data-dir is empty; give a folder\.$/],
  ])('refuses %j with one sentence', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(sentence);
  });
});
