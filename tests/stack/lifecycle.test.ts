import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findRunning } from '../../tools/stack/running.ts';
import type { Stack } from '../../tools/stack/stack.ts';
import { api, createStarts } from './starts.ts';

const { folder, prepared, start, clean } = createStarts();
afterEach(clean);

const insertShop = (stack: Stack, name: string) => api(stack, 'shops', { method: 'POST', body: JSON.stringify({ name }) });
const countShops = async (stack: Stack): Promise<number> => ((await (await api(stack, 'shops?select=id')).json()) as unknown[]).length;
const today = async (stack: Stack): Promise<unknown> => (await api(stack, 'rpc/today')).json();

describe('the next start', () => {
  it('finds everything again, and lives by the clock it is given', async () => {
    const dataDir = folder();
    const first = await start(dataDir, { clock: '2031-04-01T00:30+09:00' });
    expect((await insertShop(first, 'kept')).status).toBe(201);
    expect(await today(first)).toBe('2031-04-01');
    await first.stop();
    expect(findRunning(dataDir)).toBeUndefined();

    const second = await start(dataDir);
    expect(await countShops(second)).toBe(2);
    expect(second.secretKey).toBe(first.secretKey);
    expect(await today(second)).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date()));
  });

  it('starts over where the first one broke off', async () => {
    const dataDir = prepared();
    const first = await start(dataDir);
    await insertShop(first, 'half');
    await first.stop();
    writeFileSync(path.join(dataDir, 'first-start-unfinished'), '');
    expect(await countShops(await start(dataDir))).toBe(1);
    expect(existsSync(path.join(dataDir, 'first-start-unfinished'))).toBe(false);
  });

  it('works after a broken migration, which was named with its line', async () => {
    const [dataDir, broken] = [folder(), folder()];
    mkdirSync(path.join(broken, 'migrations'));
    writeFileSync(path.join(broken, 'migrations', '20260101000000_wrong.sql'), 'create table public.a (id int);\n\ncreate tabel public.b ();\n');
    await expect(start(dataDir, { supabaseDir: broken })).rejects.toThrow('20260101000000_wrong.sql line 3: syntax error at or near "tabel".');
    expect(await countShops(await start(dataDir))).toBe(1);
  });
});

describe('a database that will not start', () => {
  it('is reported in one sentence with its reason', async () => {
    const dataDir = prepared();
    const file = path.join(dataDir, 'pg', 'postgresql.conf');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nno_such_setting = 1\n`);
    await expect(start(dataDir)).rejects.toThrow(/^The database did not start: .*configuration file.* \(see .*postgres\.log\)\.$/);
  });
});
