import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { backup } from '../../tools/stack/backup.ts';
import { restore } from '../../tools/stack/restore.ts';
import { api, createStarts } from './starts.ts';

const { folder, prepared, start, clean } = createStarts();
afterAll(clean);

const count = async (url: string): Promise<number> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from public.orders`;
  await sql.end();
  return row?.n ?? 0;
};

describe('backup and restore', () => {
  it('keep what was there while people went on working, and nothing later', async () => {
    const [dataDir, elsewhere] = [prepared(), folder()];
    const file = path.join(folder(), 'deep', 'backup.tar.gz');
    const stack = await start(dataDir);
    const sql = postgres(stack.databaseUrl, { max: 1, onnotice: () => undefined });
    await sql`insert into public.orders (shop_id, no) select '00000000-0000-0000-0000-000000000001', 'before' || n from generate_series(1, 300) as n`;
    const work = { on: true };
    const working = (async () => {
      for (let n = 0; work.on; n += 1) await sql`insert into public.orders (shop_id, no) values ('00000000-0000-0000-0000-000000000001', ${`during${n}`})`;
    })();
    await backup({ file, dataDir });
    work.on = false;
    await working;
    await sql.end();
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(`${file}.part`)).toBe(false);
    await expect(restore({ file, dataDir })).rejects.toThrow('is in use by process');
    await expect(backup({ file, dataDir })).rejects.toThrow('exists; a backup never replaces a file.');

    await restore({ file, dataDir: elsewhere });
    const restored = await start(elsewhere);
    expect(await count(restored.databaseUrl)).toBeGreaterThanOrEqual(1500);
    expect((await api(restored, 'shops?select=id')).status).toBe(200);
    expect(restored.secretKey).toBe(stack.secretKey);
  });

  it('work on a stopped stack, and move the former contents aside', async () => {
    const dataDir = prepared();
    const file = path.join(folder(), 'cold.tar.gz');
    await backup({ file, dataDir });
    const aside = await restore({ file, dataDir });
    expect(readdirSync(aside ?? '')).toContain('pg');
    expect(await count((await start(dataDir)).databaseUrl)).toBe(1200);
  });

  it('refuse what is no backup before they touch anything', async () => {
    const dataDir = folder();
    const file = path.join(folder(), 'no.tar.gz');
    writeFileSync(file, 'nonsense');
    await expect(restore({ file, dataDir })).rejects.toThrow(`${file} is not a backup made by npm run backup.`);
    await expect(restore({ file: `${file}.missing`, dataDir })).rejects.toThrow('does not exist.');
    await expect(backup({ file: `${file}.2`, dataDir })).rejects.toThrow(`There is no database in ${dataDir} to back up.`);
  });
});
