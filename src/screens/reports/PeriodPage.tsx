import { Alert, Box, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { formatDate, formatMonth } from '../../domain/dateText.ts';
import { periodLimits, type PeriodProblem, readPeriod } from '../../domain/reportPeriod.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { DownloadState } from './DownloadState.tsx';
import type { ReportFormat } from './reportBuilder.ts';
import { useReport } from './useReport.ts';
import type { Whose } from './whose.ts';
import { WhoseForm } from './WhoseForm.tsx';

type Kind = 'all' | 'registered' | 'kei';

const compact = (day: string, form: 'month' | 'day'): string => day.replaceAll('-', '').slice(0, form === 'month' ? 6 : 8);

const problemText = (problem: PeriodProblem): string => {
  switch (problem.code) {
    case 'period_format':
      return t('period.format');
    case 'period_mixed':
      return t('period.mixed');
    case 'period_too_old':
    case 'period_not_over':
      return t(problem.code === 'period_too_old' ? 'period.too_old' : 'period.not_over', {
        oldest: compact(problem.limit, problem.form), newest: compact(problem.limit, problem.form) });
    default:
      return t(`errors.${problem.code}`);
  }
};

const Limits = ({ today }: { today: string }) => {
  const { month, day } = periodLimits(today);
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      <div>{t('period.hint', { month: compact(month.newest, 'month'), day: compact(day.newest, 'day') })}</div>
      <div>{t('period.limit_month', { oldest: formatMonth(month.oldest), newest: formatMonth(month.newest) })}</div>
      <div>{t('period.limit_day', { oldest: formatDate(day.oldest), newest: formatDate(day.newest) })}</div>
    </Box>
  );
};

const Period = () => {
  const { role, today } = useProfile();
  const [whose, setWhose] = useState<Whose>({});
  const [kind, setKind] = useState<Kind>('all');
  const [asked] = useSearchParams();
  // The mail about completions leads here with its period.
  const [typed, setTyped] = useState({ from: asked.get('from') ?? '', to: asked.get('to') ?? '' });
  const [problem, setProblem] = useState<PeriodProblem | null>(null);
  const { run, busy, store, cancel } = useReport();
  const output = (format: ReportFormat) => {
    const period = readPeriod(typed, today);
    setProblem('code' in period ? period : null);
    if ('code' in period) return;
    void run({ name: 'fee_details', format, title: t('reports.details'), query: { ...whose, ...period, vehicleKind: kind === 'all' ? undefined : kind } });
  };
  const end = (name: 'from' | 'to') => (
    <TextField
      label={t(`period.${name}`)} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} error={problem !== null}
      sx={{ width: '11rem' }} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 10, autoComplete: 'off' } }}
    />
  );
  return (
    <Box sx={{ maxWidth: '56rem' }}>
      <PageTitle title={t('period.title')}><Button component={Link} to="/reports">{t('period.back')}</Button></PageTitle>
      {reachOf(role) !== 'garage' && <SectionCard title={t('reports.whose')}><WhoseForm onChange={setWhose} /></SectionCard>}
      <SectionCard>
        {/* Enter gives Excel. */}
        <form onSubmit={(event) => { event.preventDefault(); output('xlsx'); }} noValidate>
          <FormControl>
            <FormLabel id="output-kind">{t('period.output')}</FormLabel>
            <RadioGroup row aria-labelledby="output-kind" value={kind} onChange={(event) => setKind(event.target.value === 'registered' || event.target.value === 'kei' ? event.target.value : 'all')}>
              <FormControlLabel value="all" control={<Radio size="small" />} label={t('period.all')} />
              <FormControlLabel value="registered" control={<Radio size="small" />} label={t('vehicle_kind.registered')} />
              <FormControlLabel value="kei" control={<Radio size="small" />} label={t('vehicle_kind.kei')} />
            </RadioGroup>
          </FormControl>
          <Typography sx={{ mt: 1 }} color="text.secondary">{t('period.completed_on')}</Typography>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>{end('from')}<span>{t('range.between')}</span>{end('to')}</Box>
          {problem !== null && <Alert severity="error" sx={{ my: 1 }}>{problemText(problem)}</Alert>}
          <Limits today={today} />
          <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
            <Button type="button" variant="outlined" disabled={busy} onClick={() => output('pdf')}>{t('period.pdf')}</Button>
            <Button type="submit" variant="contained" disabled={busy}>{t('period.excel')}</Button>
          </Box>
        </form>
        <DownloadState store={store} cancel={cancel} />
      </SectionCard>
    </Box>
  );
};

/** 検査手数料・技術情報管理手数料・重量税明細期間出力画面 (docs/domain.md §5.6). */
export const PeriodPage = () => <CanAccess resource="reports" action="list" accessDenied={<ForbiddenPage />}><Period /></CanAccess>;
