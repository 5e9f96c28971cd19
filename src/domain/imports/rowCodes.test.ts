import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validationCodes } from '../codes.ts';
import { rowCodes } from './rowCodes.ts';

const folder = new URL('../../../supabase/migrations/', import.meta.url);
const sql = readdirSync(folder).filter((name) => name.includes('_import_')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

test('every code of a row is said by SQL', () => {
  expect(rowCodes.filter((code) => !sql.includes(`'${code}'`))).toEqual([]);
});

test('every reason for which SQL refuses a row of AINAS is known here', () => {
  const given = [...sql.matchAll(/then array\['([a-z_]+)'/g)].map((match) => match[1] ?? '');
  const known: readonly string[] = [...rowCodes, ...validationCodes];
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((code) => !known.includes(code))).toEqual([]);
});
