import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { generateDatabaseTypes } from '../../tools/databaseTypes.ts';

test('src/domain/database.ts is what the migrations give; `npm run types` writes it anew', async () => {
  const written = readFileSync(new URL('../../src/domain/database.ts', import.meta.url), 'utf8');
  expect(await generateDatabaseTypes(inject('template').url)).toBe(written);
});
