import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { advise, unnoticedCanary } from '../../tools/advisors/advise.ts';
import { faultsOf } from '../../tools/advisors/finding.ts';
import { cloneDatabase } from '../../tools/stack/postgres/index.ts';

test('the linters find nothing in the schema', async () => {
  const copy = await cloneDatabase(inject('template'), `lint_${randomUUID().slice(0, 8)}`);
  expect(faultsOf(await advise(copy.url))).toEqual([]);
});

test('and would have found it', async () => {
  const copy = await cloneDatabase(inject('template'), `canary_${randomUUID().slice(0, 8)}`);
  expect(await unnoticedCanary(copy)).toEqual([]);
});
