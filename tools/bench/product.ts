import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Addresses, findRunning } from '../stack/running.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The product, started as its users start it. */
export type Product = Addresses & { pid: number; stop: () => Promise<void> };

/** Starts the product on a data folder and a free port. Answers when it says `Ready`. */
export const startProduct = async (dataDir: string): Promise<Product> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/stack/main.ts', '--data-dir', dataDir, '--port', '0'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGINT');
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line.startsWith('Ready: ')) break;
  }
  child.stdout.resume();
  const addresses = findRunning(dataDir);
  if (!addresses || child.pid === undefined) throw new Error(`The product did not start: ${said.at(-1) ?? 'it said nothing'}`);
  return { ...addresses, pid: child.pid, stop };
};
