/** `npm run advisors`: lints the schema that the migrations make. Exit 1 on any finding, and when the canary is not found. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from '../stack/postgres/index.ts';
import { advise, unnoticedCanary } from './advise.ts';
import { type Finding, faultsOf } from './finding.ts';

const print = ({ level, name, detail }: Finding): void => console.log(`${level.padEnd(5)}  ${name}: ${detail}`);

const lint = async (dataDir: string): Promise<boolean> => {
  const database = await startDatabase({ dataDir });
  try {
    const copy = await database.createFromTemplate('canary');
    const findings = await advise(database.url);
    const faults = faultsOf(findings);
    for (const fault of faults) print(fault);
    const unnoticed = await unnoticedCanary(copy);
    for (const name of unnoticed) print({ level: 'ERROR', name: 'canary', detail: `a table that is wrong on purpose was not reported by ${name}` });
    console.log(`${faults.length} findings, ${findings.length - faults.length} run-time statistics left out; canary ${unnoticed.length === 0 ? 'found' : 'missed'}.`);
    return faults.length + unnoticed.length === 0;
  } finally {
    await database.stop();
  }
};

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'advisors-'));
try {
  process.exitCode = (await lint(dataDir)) ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
