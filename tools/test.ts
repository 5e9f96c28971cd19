/** `npm test`: everything that CI checks. Its last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findBrowser } from './browser.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => path.join(repository, 'node_modules', '.bin', name);

type Step = { name: string; command: string; args: string[] };
type Count = { passed: number; failed: number };

const resultSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const run = ({ command, args }: Omit<Step, 'name'>): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: repository, stdio: 'inherit' });
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0));
  });

const steps: Step[] = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'lint', command: bin('oxlint'), args: ['--deny-warnings'] },
  { name: 'advisors', command: bin('tsx'), args: ['tools/advisors/main.ts'] },
].filter(({ name }) => name !== 'advisors' || existsSync(path.join(repository, 'tools', 'advisors', 'main.ts')));

/** Runs the checks that are no tests; answers the names of those that failed. */
const check = async (): Promise<string[]> => {
  const results = await Promise.all(steps.map(async (step) => ({ step, ok: await run(step) })));
  return results.filter(({ ok }) => !ok).map(({ step }) => step.name);
};

/** A file that could not even be loaded has no tests, but it failed all the same. */
const brokenFiles = ({ testResults }: z.infer<typeof resultSchema>): number =>
  testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed')).length;

/** Runs all vitest projects and counts. */
const test = async (): Promise<Count> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'test-'));
  const file = path.join(folder, 'results.json');
  try {
    const ok = await run({ command: bin('vitest'), args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`] });
    const results = existsSync(file) ? resultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
    const failed = results ? results.numFailedTests + brokenFiles(results) : 1;
    return { passed: results?.numPassedTests ?? 0, failed: ok ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  const browser = await findBrowser();
  if (!browser) console.error('No browser was found for the end-to-end tests: install Chromium (apt-get install chromium) or set CHROMIUM_PATH.');
  const failedSteps = await check();
  const { passed, failed } = await test();
  for (const name of failedSteps) console.error(`The check "${name}" failed.`);
  console.log(`${passed} passed, ${failed + failedSteps.length} failed`);
  process.exit(failed + failedSteps.length === 0 ? 0 : 1);
};

await main();
