import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { toAppError } from '../../providers/errors.ts';
import { CaseStatistics } from './CaseStatistics.tsx';
import { downloadUsage } from './downloadUsage.ts';
import { OpenCases } from './OpenCases.tsx';
import { QualitySection } from './QualitySection.tsx';
import { UsageCharts } from './UsageCharts.tsx';
import { UsageFilters } from './UsageFilters.tsx';
import { UsageTable } from './UsageTable.tsx';
import { type Usage as UsageState, useUsage } from './useUsage.ts';

const Notice = ({ children }: { children: string }) => (
  <Box role="status" sx={{ p: 4, textAlign: 'center', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>{children}</Box>
);

const Counts = ({ usage }: { usage: UsageState }) => {
  const { query, before, waits, choice, months, monthsBefore, reach } = usage;
  if (waits) return <Notice>{t('usage.choose_place', { group: t(`usage.${choice.group}`) })}</Notice>;
  if (query.error) return <Alert severity="error">{toAppError(query.error).message}</Alert>;
  if (query.data === undefined) return <LoadingPage />;
  const { rows, issued_on: today } = query.data;
  if (rows.length === 0) return <Notice>{t('usage.none')}</Notice>;
  return (
    <>
      <UsageCharts rows={rows} earlier={before.data?.rows ?? []} months={months} monthsBefore={monthsBefore} choice={choice} showOwner={reach !== 'garage'} today={today} />
      <UsageTable rows={rows} months={months} group={choice.group} linked={choice.group !== 'branch'} showOwner={reach !== 'garage'} />
    </>
  );
};

const Usage = () => {
  const usage = useUsage();
  const { reach, today, choice, months, query, waits } = usage;
  const [failure, setFailure] = useState('');
  const ready = !waits && !query.isPlaceholderData && (query.data?.rows.length ?? 0) > 0;
  const download = () => {
    setFailure('');
    if (query.data) downloadUsage(query.data, months, choice).catch((cause: unknown) => setFailure(toAppError(cause).message));
  };
  return (
    <>
      <PageTitle title={t(reach === 'garage' ? 'usage.garage_title' : 'usage.title')}>
        <Button variant="outlined" disabled={!ready} onClick={download}>{t('action.download')}</Button>
      </PageTitle>
      {failure !== '' && <Alert severity="error">{failure}</Alert>}
      {reach === 'garage' && <OpenCases />}
      {reach !== 'hq' && <CaseStatistics />}
      <UsageFilters {...usage} />
      <Box sx={{ height: 3 }}>{query.isFetching && <LinearProgress sx={{ height: 3 }} />}</Box>
      <Counts usage={usage} />
      {reach !== 'garage' && <QualitySection choice={choice} months={months} whose={usage.whose} />}
      <Typography color="text.secondary" sx={{ mt: 1, fontSize: '0.8125rem' }}>{t('usage.note')} {t('usage.running', { day: dateText(today) })}</Typography>
    </>
  );
};

/** 利用件数; for a garage 業務情報照会. */
export const UsagePage = () => <CanAccess resource="usage" action="list" accessDenied={<ForbiddenPage />}><Usage /></CanAccess>;
