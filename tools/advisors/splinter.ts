import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Finding } from './finding.ts';

const run = promisify(execFile);
const cli = fileURLToPath(new URL('../../node_modules/.bin/supabase', import.meta.url));
const answer = z.object({ results: z.array(z.object({ name: z.string(), level: z.string(), detail: z.string() })) });

/**
 * The lints of the Supabase CLI (splinter), security and performance. It works in an empty folder and an empty home, because it
 * writes notes into both.
 */
export const runSplinter = async (url: string): Promise<Finding[]> => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'advisors-'));
  try {
    const { stdout } = await run(cli, ['db', 'advisors', '--db-url', `${url}?sslmode=disable`, '--level', 'info', '--output-format', 'json'], {
      cwd: home,
      env: { ...process.env, HOME: home, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' },
    });
    return answer.parse(JSON.parse(stdout)).results;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
