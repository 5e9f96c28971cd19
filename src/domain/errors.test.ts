import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errors } from '../i18n/errors.ts';
import { databaseErrorCodes, functionErrorCodes } from './errors.ts';

const textOf = (folder: string, ending: RegExp): string => {
  const root = new URL(`../../supabase/${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name) && !name.endsWith('.test.ts'));
  return files.toSorted().map((name) => readFileSync(new URL(name, root), 'utf8')).join('\n');
};

const found = (text: string, ...patterns: RegExp[]): string[] => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));

const sql = textOf('migrations', /\.sql$/);

/** The functions that answer with codes instead of raising them. */
const answering = ['value_problem', 'judge_transition', 'transition', 'closing_refusals', 'close_month'];
const bodyOf = (name: string): string => sql.split(`create function private.${name}(`)[1]?.split('\ncomment on function')[0] ?? '';

test('lists every code of the database and no other', () => {
  const raised = found(sql, /\brefuse\(\s*\d{3}\s*,\s*'([a-z_]+)'/g);
  const answered = answering.flatMap((name) =>
    found(bodyOf(name), /'code', '([a-z_]+)'/g, /select \d+(?: as rank)?, '([a-z_]+)'/g, /"code": "([a-z_]+)"/g, /coalesce\(c\.code, '([a-z_]+)'\)/g));
  expect([...new Set([...raised, ...answered])].toSorted()).toEqual(databaseErrorCodes.toSorted());
});

test('lists every code of the functions and no other', () => {
  const raised = found(textOf('functions', /\.ts$/), /new Failure\([^,()]+, '([a-z_]+)'/g);
  const own = [...new Set(raised)].filter((code) => !(databaseErrorCodes as readonly string[]).includes(code));
  expect(own.toSorted()).toEqual(functionErrorCodes.toSorted());
});

test('every code has its sentence', () => {
  const without = [...databaseErrorCodes, ...functionErrorCodes].filter((code) => !(code in errors));
  expect(without).toEqual([]);
});
