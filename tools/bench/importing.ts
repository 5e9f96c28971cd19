import type postgres from 'postgres';
import { z } from 'zod';
import type { Addresses } from '../stack/running.ts';
import { signIn } from './api.ts';
import { type Measure, timed } from './measure.ts';

const HEADER = '申請ID,手続種別,申請種別,申請ステータス,OSSステータス,申請状況ステータス,自動車登録番号/車両番号,車台番号,依頼人組織ID,依頼人拠点コード,代理人拠点コード,申請先,キャッシュレス利用,依頼日時,申請日時,受付番号,前受付番号,完了日,検査手数料額,検査手数料納付日,技術情報管理手数料額,技術情報管理手数料納付日,自動車重量税額,自動車重量税納付日,メッセージ,お知らせ,期限等お知らせ';
const ROWS = 10_000;
const answer = z.object({ read: z.number(), inserted: z.number(), rejected: z.array(z.unknown()) });

/** Where the rows of a file belong: companies that are in use, with the branch of their first workshop. */
type Place = { org: string; agent: string };

/** The places of all companies of the demo that send cases. */
export const importPlaces = (sql: postgres.Sql): Promise<Place[]> => sql<Place[]>`
  select r.ainas_org_id as org, b.code as agent
  from public.requesters r join public.sites s on s.requester_id = r.id and s.code = '001' join public.branches b on b.id = s.branch_id
  where r.onboarding_status = 'in_use' and r.contract_status = 'active' and s.status = 'active' order by r.code`;

const rowOf = (n: number, month: string, { org, agent }: Place): string => {
  const kei = n % 5 < 2;
  const day = `${month.replace('-', '/')}/${String(1 + (n % 28)).padStart(2, '0')}`;
  const [name, plate, status] = kei ? ['(軽)継続検査', '見本-580-さ-', '自動車検査証返付完了'] : ['継続検査', '見本-300-す-', '交付完了'];
  return [400_000_000 + n, name, '初回', '手続完了', '交付完了', status, `${plate}${1 + (n % 9999)}`, `BNC-${String(n).padStart(7, '0')}`, org, '001', agent,
    '見本事務所', '', `${day} 08:40`, `${day} 10:05`, `29999000${String(n).padStart(11, '0')}`, '', day, 1200, day, 400, day, kei ? 6600 : 24_600, day, '無', '無', kei ? '無' : ''].join(',');
};

/** Imports two files of 10,000 cases that were completed in `month` (YYYY-MM); the faster one is the figure. */
export const measureImport = async (addresses: Addresses, places: Place[], month: string): Promise<Measure[]> => {
  const admin = await signIn(addresses, 'hq-admin');
  const times: number[] = [];
  for (const part of [0, 1]) {
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const n = part * ROWS + index + 1;
      return rowOf(n, month, places[n % places.length] ?? { org: '', agent: '' });
    });
    const form = new FormData();
    form.set('kind', 'ainas');
    form.set('preview', 'false');
    form.set('file', new File([`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`], `bench-${part}.csv`, { type: 'text/csv' }));
    const { seconds, value } = await timed(async () => answer.parse(await (await admin.send('/functions/v1/import-file', { method: 'POST', body: form })).json()));
    if (value.inserted !== ROWS) throw new Error(`Of ${ROWS} rows ${value.inserted} were inserted: ${JSON.stringify(value.rejected.slice(0, 2))}`);
    times.push(seconds);
  }
  return [{ name: 'import of 10,000 application rows', value: Math.min(...times), unit: 's', limit: 15 }];
};
