import { utils, write } from '@e965/xlsx';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { sampleFile } from '../fixtures/samples.ts';
import { connect } from '../support/connection.ts';
import { bring, signedIn } from '../support/office.ts';

// The edges of `import-file`: who, which file, which size, which headers (contract "import-file").

const stack = inject('stack');
const tokens: Record<string, string> = {};
const csv = (...rows: string[][]): string => rows.map((row) => row.join(',')).join('\r\n');
const headers = ['ユーザID', '事業者名称', '所属支部コード', '郵便番号', '所在地', '電話番号', 'AINAS依頼人組織ID', '会員コード', '引落区分', 'メールアドレス'];
const company = (n: number, branch = '118'): string[] => [`C93${String(n).padStart(5, '0')}`, `見本${n}自動車`, branch, '', '', '', '', '', '27', ''];

beforeAll(async () => {
  tokens.admin = await signedIn(stack, 'import-admin', 'hq_admin');
  tokens.finance = await signedIn(stack, 'import-finance', 'hq_finance');
  tokens.branch = await signedIn(stack, 'import-118', 'branch_staff', '118');
});

const send = (who: string, kind: string, file: Uint8Array | string, options?: { preview?: boolean; name?: string }) => bring(stack, tokens[who] ?? '', kind, file, options);

describe('who', () => {
  test.each([['finance', 'ainas'], ['branch', 'requesters'], ['admin', 'payee-kikou']])('%s may not bring %s', async (who, kind) => {
    expect(await send(who, kind, csv(headers, company(1)))).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  });

  test('nobody without a token', async () => {
    expect((await bring(stack, '', 'ainas', 'x')).status).toBe(401);
  });

  test('a branch: rows of other branches are refused one by one', async () => {
    const { status, body } = await send('branch', 'ainas', sampleFile('ainas-2026-10.csv'), { preview: true });
    expect(status).toBe(200);
    expect(body.rejected.filter(({ code }) => code === 'other_branch').length).toBeGreaterThan(200);
    expect(body.rejected.find(({ code }) => code === 'other_branch')).toMatchObject({ column: '代理人拠点コード', message: expect.stringContaining('ほかの支部') });
  });
});

describe('which file', () => {
  test.each([
    ['the file of another kind', 'ainas', csv(headers, company(1)), 400, 'missing_columns', /「事業者」のファイルのようです/],
    ['a picture', 'ainas', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 400, 'binary_file', /CSV/],
    ['an empty file', 'ainas', '', 400, 'empty_file', /データの行がありません/],
    ['too many rows', 'requesters', csv(headers, ...Array.from({ length: 30_001 }, () => ['x'])), 413, 'too_large', /分けて取り込んでください/],
  ])('%s is one sentence', async (_, kind, file, status, code, message) => {
    const answer = await send('admin', kind, file);
    expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(message) } });
  });

  test('an unknown kind, and a form without a file', async () => {
    expect((await send('admin', 'anything', 'x')).status).toBe(400);
    const form = new FormData();
    form.set('kind', 'ainas');
    const response = await fetch(`${stack.url}/functions/v1/import-file`, { method: 'POST', headers: { authorization: `Bearer ${tokens.admin}` }, body: form });
    expect(response.status).toBe(400);
  });

  test('Excel, and a header named otherwise by the setting', async () => {
    const named = headers.map((header) => (header === '所属支部コード' ? '所属' : header));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([named, company(1), company(2, '999')]), '事業者');
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(await send('admin', 'requesters', file)).toMatchObject({ status: 400, body: { code: 'missing_columns' } });
    const sql = connect(stack.databaseUrl);
    try {
      await sql`update settings set value = '{"requesters": {"branch_code": "所属"}}' where key = 'import_headers'`;
      const { status, body } = await send('admin', 'requesters', file, { preview: true, name: '事業者.xlsx' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ read: 2, inserted: 1, rejected: [{ line: 3, column: '所属', value: '999', code: 'unknown_branch' }] });
    } finally {
      await sql`update settings set value = '{}' where key = 'import_headers'`.finally(() => sql.end());
    }
  });
});

test('account numbers are in no answer', async () => {
  const names = ['ユーザID', '有効開始日', '金融機関コード', '金融機関名', '支店コード', '支店名称', '口座区分', '口座番号', '口座名義'];
  const row = ['C9399999', '2026/10/01', '9901', 'ﾃｽﾄ', '100', 'ﾎﾝﾃﾝ', '普通', '7654321', 'ﾐﾎﾝ'];
  const { body } = await send('finance', 'debit-accounts', csv(names, row, [...row.slice(0, 4), '7654321', ...row.slice(5)]), { preview: true });
  expect(body.rejected.map(({ code }) => code)).toEqual(['unknown_requester', 'invalid_format']);
  expect(JSON.stringify(body)).not.toContain('7654321');
});

test('10,000 rows of AINAS take seconds, not minutes', async () => {
  await send('admin', 'requesters', sampleFile('requesters.csv'));
  await send('admin', 'sites', sampleFile('sites.csv'));
  const [head = '', ...lines] = new TextDecoder('shift_jis').decode(sampleFile('ainas-2026-10.csv')).trim().split('\r\n');
  const good = lines.filter((line) => line.startsWith('1') && line.includes('交付完了') && !/千二百円|02\/30|99999999|ZZ99/.test(line));
  const big = Array.from({ length: 10_000 }, (_, i) => {
    const cells = (good[i % good.length] ?? '').split(',');
    return [String(300_000_000 + i), ...cells.slice(1, 7), `BIG-${i}`, ...cells.slice(8, 15), `2027${String(i).padStart(15, '0')}`, '', ...cells.slice(17)].join(',');
  });
  const started = performance.now();
  const { status, body } = await send('admin', 'ainas', [head, ...big].join('\r\n'), { preview: true });
  const seconds = (performance.now() - started) / 1000;
  expect({ status, inserted: body.inserted, rejected: body.rejected }).toEqual({ status: 200, inserted: 10_000, rejected: [] });
  expect(seconds).toBeLessThan(30);
}, 60_000);
