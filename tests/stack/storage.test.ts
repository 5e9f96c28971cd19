import type { SupabaseClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, person } from './clients.ts';

const text = (content: string) => new Blob([content], { type: 'text/plain' });
let owner: SupabaseClient;
let folder = '';
const papers = (client: SupabaseClient) => client.storage.from('papers');

beforeAll(async () => {
  owner = await person('storage');
  folder = (await owner.auth.getUser()).data.user?.id ?? '';
  await papers(owner).upload(`${folder}/year/a.txt`, text('原本'));
});

describe('storage', () => {
  it('keeps what was uploaded', async () => {
    const { data } = await papers(owner).download(`${folder}/year/a.txt`);
    expect(await data?.text()).toBe('原本');
    expect(data?.type).toBe('text/plain');
  });

  it('refuses a second upload of a name unless it is to replace', async () => {
    const name = `${folder}/twice.txt`;
    expect((await papers(owner).upload(name, text('1'))).error).toBeNull();
    expect((await papers(owner).upload(name, text('2'))).error).toMatchObject({ statusCode: '409' });
    expect((await papers(owner).upload(name, text('3'), { upsert: true })).error).toBeNull();
    expect(await (await papers(owner).download(name)).data?.text()).toBe('3');
  });

  it('refuses wrong types, too large files and ways out of the bucket', async () => {
    const wrong = new Blob(['x'], { type: 'application/x-msdownload' });
    expect((await papers(owner).upload(`${folder}/a.exe`, wrong)).error).toMatchObject({ statusCode: '415' });
    expect((await papers(owner).upload(`${folder}/big.txt`, text('x'.repeat(2e6)))).error).toMatchObject({ statusCode: '413' });
    expect((await papers(owner).upload(`${folder}/../../out.txt`, text('x'))).error).not.toBeNull();
  });

  it('refuses names that hosted Supabase refuses', async () => {
    expect((await papers(owner).upload(`${folder}/日本.txt`, text('x'))).error).toMatchObject({ statusCode: '400', message: expect.stringContaining('Invalid key') });
  });

  it('lists names below a prefix, folders first', async () => {
    const { data } = await papers(owner).list(folder);
    expect(data?.[0]).toMatchObject({ name: 'year', id: null });
    expect((await papers(owner).list(`${folder}/year`)).data).toMatchObject([{ name: 'a.txt', metadata: { size: 6, mimetype: 'text/plain' } }]);
  });

  it('signs addresses for reading and for writing', async () => {
    const { data } = await papers(owner).createSignedUrl(`${folder}/year/a.txt`, 60);
    expect(await (await fetch(data?.signedUrl ?? '')).text()).toBe('原本');
    const upload = await papers(owner).createSignedUploadUrl(`${folder}/signed.txt`);
    expect((await papers(anonymous()).uploadToSignedUrl(upload.data?.path ?? '', upload.data?.token ?? '', text('s'))).error).toBeNull();
  });

  it('moves and removes', async () => {
    await papers(owner).upload(`${folder}/old.txt`, text('x'));
    expect((await papers(owner).move(`${folder}/old.txt`, `${folder}/new.txt`)).error).toBeNull();
    expect((await papers(owner).remove([`${folder}/new.txt`])).data).toHaveLength(1);
    expect((await papers(owner).download(`${folder}/new.txt`)).error).not.toBeNull();
  });

  it('shows nothing to strangers', async () => {
    const stranger = await person('thief');
    expect((await papers(stranger).download(`${folder}/year/a.txt`)).error).not.toBeNull();
    expect((await papers(anonymous()).download(`${folder}/year/a.txt`)).error).not.toBeNull();
    expect((await papers(stranger).list(`${folder}/year`)).data).toEqual([]);
    expect((await papers(stranger).createSignedUrl(`${folder}/year/a.txt`, 60)).error).not.toBeNull();
    expect((await papers(stranger).upload(`${folder}/intruder.txt`, text('x'))).error).not.toBeNull();
  });
});
