import { Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { type ChartColumn, ChartFigures } from '../../components/ChartFigures.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { todayJst } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { NationalChart } from '../dashboard/charts.ts';
import { latestMonths, type NationalRow, nationalMonths } from './nationalUsage.ts';

const counts = (key: string, header: string): ChartColumn => ({ key, header, kind: 'count', width: 14, total: true });

/** 利用件数グラフ: national totals for anybody, and nothing finer. A server that does not answer shows nothing. */
export const PublicUsage = () => {
  const { read } = useActions();
  const { data, isPending } = useQuery({ queryKey: ['national_usage'], queryFn: () => read<NationalRow[]>('national_usage'), retry: false });
  const [fiscal, setFiscal] = useState(true);
  const all = nationalMonths(data ?? []);
  const months = latestMonths(all, fiscal);
  if (!isPending && all.length === 0) return null;
  return (
    <SectionCard
      title={t('public_usage.title')} action={(
        <ToggleButtonGroup size="small" exclusive value={fiscal} aria-label={t('public_usage.year_kind')} onChange={(_, value: boolean | null) => value !== null && setFiscal(value)}>
          <ToggleButton value>{t('usage.fiscal')}</ToggleButton><ToggleButton value={false}>{t('usage.calendar')}</ToggleButton>
        </ToggleButtonGroup>
      )}
    >
      <Typography color="text.secondary">{t('public_usage.subtitle')}</Typography>
      {isPending ? <Skeleton variant="rectangular" height={220} /> : (
        <>
          <Suspense fallback={<Skeleton variant="rectangular" height={220} />}>
            <NationalChart
              label={t('public_usage.chart')} names={{ registered: t('public_usage.registered'), kei: t('public_usage.kei') }}
              points={months.map(({ month, registered, kei }) => ({ label: t('usage.month_short', { month: Number(month.slice(5, 7)) }), registered, kei }))}
            />
          </Suspense>
          <ChartFigures
            title={t('public_usage.title')} today={todayJst()} rows={months.map((row) => ({ ...row, both: row.registered + row.kei }))}
            columns={[
              { key: 'month', header: t('public_usage.month'), kind: 'month', width: 14, align: 'left' }, counts('registered', t('public_usage.registered')), counts('kei', t('public_usage.kei')), counts('both', t('public_usage.total')),
            ]}
          />
        </>
      )}
    </SectionCard>
  );
};
