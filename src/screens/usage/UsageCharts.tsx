import { Box, Skeleton, Typography } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { type ChartColumn, ChartFigures } from '../../components/ChartFigures.tsx';
import { t } from '../../i18n/translate.ts';
import { ComparisonChart, RankChart } from '../dashboard/charts.ts';
import { rateText } from '../dashboard/compare.ts';
import { largestRows, monthTotals, type UsageLine } from './usageTable.ts';
import type { Usage } from './useUsage.ts';

/** Bars of the second chart that still read well. */
const BARS = 8;

const Part = ({ title, height, children }: { title: string; height: number; children: ReactNode }) => (
  <Box sx={{ minWidth: 0, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 1 }}>
    <Typography variant="h2" sx={{ mb: 0.5 }}>{title}</Typography>
    <Suspense fallback={<Skeleton variant="rectangular" height={height} />}>{children}</Suspense>
  </Box>
);

/** The site first: long names are cut at their end. */
const labelOf = (line: UsageLine, showOwner: boolean): string => (line.owner_name === null || !showOwner ? line.name : `${line.name}（${line.owner_name}）`);

const counts = (key: string, header: string): ChartColumn => ({ key, header, kind: 'count', width: 14, total: true });

/** The months beside those of the year before, and the largest lines: the figures of these stand in the table below. */
export const UsageCharts = ({ rows, earlier, months, monthsBefore, choice, showOwner, today }: { rows: UsageLine[]; earlier: UsageLine[]; showOwner: boolean; today: string } & Pick<Usage, 'months' | 'monthsBefore' | 'choice'>) => {
  const now = monthTotals(rows, months);
  const before = monthTotals(earlier, monthsBefore);
  const points = months.map((month, at) => ({ label: t('usage.month_short', { month: Number(month.slice(5, 7)) }), now: now[at] ?? 0, before: before[at] ?? 0 }));
  const ranks = largestRows(rows, BARS).map((line) => ({ name: labelOf(line, showOwner), count: line.total }));
  const monthsTitle = `${t('usage.chart_months')}（${t(`usage.${choice.measure}`)}）`;
  const rowsTitle = t('usage.chart_rows', { group: t(`usage.${choice.group}`), count: ranks.length });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' }, gap: 1, alignItems: 'start', mb: 1 }}>
      <Part title={monthsTitle} height={220}>
        <ComparisonChart points={points} nowName={t('usage.this_year')} beforeName={t('usage.last_year')} label={t('usage.chart', { title: monthsTitle })} />
        <ChartFigures
          title={monthsTitle} today={today} rows={points.map((point, at) => ({ ...point, month: months[at] ?? null, rate: rateText(point.now, point.before) }))}
          columns={[
            { key: 'month', header: t('dashboard.month'), kind: 'month', width: 14, align: 'left' }, counts('now', t('usage.this_year')), counts('before', t('usage.last_year')),
            { key: 'rate', header: t('dashboard.compare'), kind: 'code', width: 10, align: 'right' },
          ]}
        />
      </Part>
      <Part title={rowsTitle} height={220}><RankChart ranks={ranks} label={t('usage.chart', { title: rowsTitle })} /></Part>
    </Box>
  );
};
