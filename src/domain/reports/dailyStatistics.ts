import { formatMonth } from '../dateText.ts';
import type { ReportColumn, ReportDescription } from './description.ts';
import { type AnySheet, anySheet, type Heading, type Report, rowsOf, usualArgs, whoseFacts } from './report.ts';

const kinds = { registered_: '登録車', kei_: '軽', '': '合計' } as const;
const measures = { filed: '申請', completed: '手続完了', corrections: '補正', rejections: '却下', withdrawals: '取下' } as const;
type Kind = keyof typeof kinds;
type Measure = keyof typeof measures;

/** A row of 日次統計: one day and one workshop (or branch); counts of 登録車, 軽 and both (docs/domain.md §5.3, D-31, D-37). */
export type DailyRow = { day: string; requester_name: string | null; code: string; name: string } & Record<`${Kind}${Measure}`, number>;

const counts = (Object.keys(kinds) as Kind[]).flatMap((kind) => (Object.keys(measures) as Measure[]).map((measure): ReportColumn<DailyRow> => (
  { key: `${kind}${measure}`, header: `${kinds[kind]}\n${measures[measure]}`, kind: 'count', width: 9, total: true })));

const places: Record<'branches' | 'sites', { by: string; columns: readonly ReportColumn<DailyRow>[] }> = {
  branches: { by: '支部別', columns: [{ key: 'code', header: '支部コード', kind: 'code', width: 10 }, { key: 'name', header: '支部名', kind: 'text', width: 30 }] },
  sites: { by: '事業場別', columns: [{ key: 'code', header: '事業場コード', kind: 'code', width: 11 }, { key: 'name', header: '事業場名称', kind: 'text', width: 28 }] },
};

/** 日次統計 of one month (its first day) by branch or workshop; `wide`: of many companies. */
export const dailyOf = (by: 'branches' | 'sites', month: string, wide: boolean): ReportDescription<DailyRow> => ({
  name: 'daily_statistics',
  title: `OSS申請日次統計（${places[by].by}）`,
  // A name of a sheet may have 31 characters.
  sheetName: `${formatMonth(month)} ${places[by].by}`,
  countsRows: false,
  frozenColumns: by === 'sites' && wide ? 4 : 3,
  notes: ['申請・手続完了はそれぞれの日、補正・却下・取下は処理の日で数えます。再申請は1件と数え、却下には未受付を含みます。'],
  columns: [
    { key: 'day', header: '日付', kind: 'date', width: 12 },
    ...(by === 'sites' && wide ? [{ key: 'requester_name', header: '事業者名称', kind: 'text', width: 26 } as const] : []),
    ...places[by].columns, ...counts,
  ],
});

type Values = readonly (readonly unknown[])[];
type DailyAnswer = { heading: Heading; from: string; to: string; columns: readonly string[]; branches: Values | null; sites: Values | null };

const monthsOf = (rows: readonly DailyRow[], { from }: DailyAnswer): string[] => {
  const months = [...new Set(rows.map(({ day }) => `${day.slice(0, 7)}-01`))].toSorted();
  return months.length > 0 ? months : [from];
};

/** A sheet a month. */
const sheetsBy = (answer: DailyAnswer, by: 'branches' | 'sites'): AnySheet[] => {
  const values = answer[by];
  if (values === null) return [];
  const rows = rowsOf<DailyRow>({ columns: answer.columns, rows: values });
  return monthsOf(rows, answer).map((month) => anySheet({
    description: dailyOf(by, month, answer.heading.requester === null), rows: rows.filter(({ day }) => day.startsWith(month.slice(0, 7))),
    issuedOn: answer.heading.issued_on, heading: [...whoseFacts(answer.heading), { label: '年月', value: formatMonth(month) }],
  }));
};

export const dailyStatisticsReport: Report<DailyAnswer, never> = {
  file: '日次統計',
  rpc: 'report_daily_statistics',
  args: (query) => ({ ...usualArgs(query), p_max_rows: query.maxRows }),
  sheets: (answer) => [...sheetsBy(answer, 'branches'), ...sheetsBy(answer, 'sites')],
};
