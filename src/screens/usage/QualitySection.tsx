import { Alert, Box, Button, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { saveFile } from '../../components/download.ts';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { formatCount } from '../../domain/money.ts';
import { usageQuality } from '../../domain/reports/usageQuality.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { RankChart } from '../dashboard/charts.ts';
import { measureOf, QUALITY_GROUPS, QUALITY_MEASURES, type QualityAnswer, type QualityGroup, type QualityMeasure, type QualityRow, wholeOf } from './quality.ts';
import type { Usage } from './useUsage.ts';

const BARS = 10;

const nameOf = (row: QualityRow, group: QualityGroup): string => {
  if (group === 'month') return formatMonth(row.key);
  return group === 'kind' ? wordOf('vehicle_kind', row.key) : row.name;
};
const shown = (row: QualityRow, measure: QualityMeasure): string => {
  const value = measureOf(row, measure);
  return value === null ? t('format.none') : t(measure === 'days' ? 'quality.day_count' : 'quality.percent', { value: value.toFixed(1) });
};
const plain = (row: QualityRow, measure: QualityMeasure): string | null => measureOf(row, measure)?.toFixed(1) ?? null;

const download = async ({ rows, issued_on: issuedOn }: QualityAnswer, group: QualityGroup, year: string): Promise<void> => {
  const { toWorkbook } = await import('../../domain/reports/workbook.ts');
  const lines = rows.map((row) => ({
    name: nameOf(row, group), filed: row.filed, completed: row.completed, rejected: row.rejections,
    cashless: plain(row, 'cashless'), rejections: plain(row, 'rejections'), days: plain(row, 'days') }));
  const what = t(`quality.${group}`);
  const bytes = toWorkbook({ description: usageQuality(what, [t('quality.note')]), rows: lines, heading: [{ label: t('usage.year'), value: year }], issuedOn });
  saveFile(new Blob([new Uint8Array(bytes)]), t('quality.file', { group: what, year }));
};

const cells = (row: QualityRow, name: string) =>
  [name, formatCount(row.filed), formatCount(row.completed), formatCount(row.rejections), shown(row, 'cashless'), shown(row, 'rejections'), shown(row, 'days')];

const Figures = ({ rows, group }: { rows: QualityRow[]; group: QualityGroup }) => {
  const right = 'right' as const;
  return (
    <MiniTable
      head={[
        { label: t(`quality.${group}`) }, { label: t('quality.filed'), align: right }, { label: t('quality.completed'), align: right }, { label: t('quality.rejected'), align: right },
        { label: t('quality.cashless'), align: right }, { label: t('quality.rejections'), align: right }, { label: t('quality.days'), align: right }]}
      rows={[...rows.map((row) => ({ key: row.key, cells: cells(row, nameOf(row, group)) })), { key: 'total', cells: cells(wholeOf(rows, ''), t('quality.total')) }]}
      empty=""
    />
  );
};

const Picture = ({ rows, group, measure }: { rows: QualityRow[]; group: QualityGroup; measure: QualityMeasure }) => {
  const title = t('quality.chart', { what: t(`quality.${measure}`), group: t(`quality.${group}`), unit: t(measure === 'days' ? 'quality.unit_days' : 'quality.unit_percent') });
  const ranks = rows.map((row) => ({ name: nameOf(row, group), count: measureOf(row, measure) ?? 0 }));
  const inOrder = group === 'month' ? ranks : ranks.toSorted((a, b) => b.count - a.count).slice(0, BARS);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 700, mb: 0.5 }}>{title}</Typography>
      <Suspense fallback={<Skeleton variant="rectangular" height={220} />}><RankChart ranks={inOrder} label={t('usage.chart', { title })} /></Suspense>
    </Box>
  );
};

type PickProps<Value extends string> = { label: string; value: Value; options: readonly Value[]; onChange: (value: Value) => void };
const PickOne = <Value extends string>({ label, value, options, onChange }: PickProps<Value>) => (
  <TextField select label={label} value={value} sx={{ width: '11rem', my: 0 }} onChange={(event) => { const found = options.find((option) => option === event.target.value); if (found) onChange(found); }}>
    {options.map((option) => <MenuItem key={option} value={option}>{wordOf('quality', option)}</MenuItem>)}
  </TextField>
);

/** Share of cashless, rejection rate and time to completion of the chosen year, by branch, region, month or kind; chart, table, Excel. */
export const QualitySection = ({ choice, months, whose }: Pick<Usage, 'choice' | 'months' | 'whose'>) => {
  const { read } = useActions();
  const [group, setGroup] = useState<QualityGroup>('region');
  const [measure, setMeasure] = useState<QualityMeasure>('cashless');
  const [failure, setFailure] = useState('');
  const args = {
    p_from_month: months[0], p_to_month: months.at(-1), p_group: group, p_vehicle_kind: choice.kind === 'all' ? null : choice.kind, p_branch_id: whose.branchId ?? null };
  const { data, error } = useQuery({ queryKey: ['usage_quality', args], queryFn: () => read<QualityAnswer>('usage_quality', args), placeholderData: (before: QualityAnswer | undefined) => before });
  const year = t(choice.yearKind === 'fiscal' ? 'usage.fiscal_name' : 'usage.calendar_year', { year: String(choice.year) });
  const save = () => {
    setFailure('');
    if (data) download(data, group, year).catch((cause: unknown) => setFailure(toAppError(cause).message));
  };
  const rows = data?.rows ?? [];
  return (
    <SectionCard title={t('quality.title')} action={<Button disabled={rows.length === 0} onClick={save}>{t('action.download')}</Button>}>
      {(error !== null || failure !== '') && <Alert severity="error">{error ? toAppError(error).message : failure}</Alert>}
      <Box data-print="none" sx={{ display: 'flex', gap: 1, py: 0.5, flexWrap: 'wrap' }}>
        <PickOne label={t('quality.group')} value={group} options={QUALITY_GROUPS} onChange={setGroup} />
        <PickOne label={t('quality.what')} value={measure} options={QUALITY_MEASURES} onChange={setMeasure} />
      </Box>
      {data !== undefined && rows.length === 0 && <Typography color="text.secondary">{t('quality.none')}</Typography>}
      {rows.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' } }}>
          <Picture rows={rows} group={group} measure={measure} />
          <Figures rows={rows} group={group} />
        </Box>
      )}
      <Typography color="text.secondary" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>{t('quality.note')}</Typography>
    </SectionCard>
  );
};
