import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder that is thrown away by the returned function. */
export const temporaryFolder = (name: string): { dir: string; remove: () => void } => {
  const dir = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
