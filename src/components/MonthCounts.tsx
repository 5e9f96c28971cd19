import { Typography } from '@mui/material';
import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { formatMonth } from '../domain/dateText.ts';
import { t } from '../i18n/translate.ts';
import { reachOf } from '../providers/access.ts';
import { useProfile } from '../providers/context.tsx';
import { MiniTable } from './MiniTable.tsx';
import { SectionCard } from './SectionCard.tsx';
import { useWorkingMonth } from './useWorkingMonth.ts';
import { wordOf } from './values.ts';

const MEASURES = ['requested', 'filed', 'completed', 'corrections', 'rejections', 'withdrawals'] as const;
const KINDS = ['registered', 'kei'] as const;

const sum = (rows: RaRecord[], measure: string): number => rows.reduce((total, row) => total + Number(row[measure]), 0);

/** This month's counts of a company, a site or an agent branch; `of` is a condition on `usage_monthly`. */
export const MonthCounts = ({ of }: { of: { requester_id: number } | { site_id: number } | { agent_branch_id: number } }) => {
  const month = useWorkingMonth();
  const translate = useTranslate();
  const branch = reachOf(useProfile().role) === 'branch';
  const { data = [], isPending, error } = useGetList('usage_monthly', { pagination: { page: 1, perPage: 1000 }, sort: { field: 'month', order: 'DESC' }, filter: { ...of, month } });
  const rows = [...KINDS.map((kind) => ({ key: kind, label: wordOf('vehicle_kind', kind), of: data.filter((row) => row['vehicle_kind'] === kind) })), { key: 'all', label: t('directory.kind_total'), of: data }];
  return (
    <SectionCard title={t('directory.section.counts', { month: formatMonth(month) })}>
      <MiniTable
        head={[{ label: translate('resources.usage_monthly.fields.vehicle_kind') }, ...MEASURES.map((measure) => ({ label: translate(`resources.usage_monthly.fields.${measure}`), align: 'right' as const }))]}
        rows={data.length === 0 ? [] : rows.map((row) => ({ key: row.key, cells: [row.label, ...MEASURES.map((measure) => sum(row.of, measure).toLocaleString('ja-JP'))] }))}
        empty={t('directory.counts_none')} isPending={isPending} error={error}
      />
      {branch && !('agent_branch_id' in of) && data.length > 0 && <Typography color="text.secondary" sx={{ fontSize: '0.75rem', mt: 0.5 }}>{t('directory.counts_agent')}</Typography>}
    </SectionCard>
  );
};
