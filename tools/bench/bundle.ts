import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Measure } from './measure.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Compressed size of the scripts that the page names, which are loaded before anything is shown. */
export const measureBundle = (): Measure[] => {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="(?<file>\/[^"]+\.js)"/g)].map((match) => match.groups?.file ?? '');
  const bytes = scripts.map((file) => gzipSync(readFileSync(path.join(dist, file))).length);
  return [{ name: 'JavaScript of the first load, compressed', value: bytes.reduce((sum, size) => sum + size, 0) / 1000, unit: 'kB', limit: 400 }];
};
