import { Alert, Box, Button, LinearProgress, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { CanAccess } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { ActDialog } from './ActDialog.tsx';
import { CheckStep } from './CheckStep.tsx';
import { type ClosingOverview, type ClosingPreview, needsReason } from './closingData.ts';
import { CloseStep } from './CloseStep.tsx';
import { DifferenceStep } from './DifferenceStep.tsx';
import { PayeeStep } from './PayeeStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { type ClosingAction, useCloseMonth, useClosing, useClosingMonths } from './useClosing.ts';

const Steps = ({ month, preview, overview }: { month: string; preview: ClosingPreview; overview: ClosingOverview }) => {
  const mayAct = canAccess(useProfile().role, { resource: 'billing_months', action: 'close' });
  const [asked, setAsked] = useState<ClosingAction | null>(null);
  const [message, setMessage] = useState('');
  const act = useCloseMonth(month);
  const ask = (action: ClosingAction) => {
    act.reset();
    setMessage('');
    setAsked(action);
  };
  const reasonLabel = asked === 'reopen' ? t('closing.reopen_reason') : t('closing.reason_missing');
  const withReason = asked === 'reopen' || (asked === 'close' && needsReason(preview));
  return (
    <>
      <Box component="ol" sx={{ m: 0, p: 0 }}>
        <PayeeStep overview={overview} />
        <DifferenceStep preview={preview} />
        <CheckStep preview={preview} />
        <PreviewStep preview={preview} overview={overview} />
        {/* Where the button was pressed: the top of the page is out of sight there. */}
        {message !== '' && <li style={{ listStyle: 'none' }}><Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert></li>}
        <CloseStep preview={preview} overview={overview} mayAct={mayAct} onClose={() => ask('close')} />
        <ResultStep month={month} preview={preview} overview={overview} mayAct={mayAct} onAct={ask} />
      </Box>
      {asked !== null && (
        <ActDialog
          action={asked} month={month} preview={preview} act={act} {...(withReason ? { reasonLabel } : {})} onClose={() => setAsked(null)}
          onDone={(done) => { setAsked(null); setMessage(done); }}
        />
      )}
    </>
  );
};

const Closing = () => {
  const [params, setParams] = useSearchParams();
  const months = useClosingMonths(params.get('month'));
  const { month, choices } = months;
  const { preview, overview } = useClosing(month, !months.isPending && months.error === null);
  const error = months.error ?? preview.error ?? overview.error;
  const fetching = preview.isFetching || overview.isFetching;
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('closing.title')}>
        <TextField
          select label={t('closing.month')} value={months.isPending ? '' : month} disabled={months.isPending} sx={{ minWidth: '15rem' }}
          onChange={(event) => setParams({ month: event.target.value })}
        >
          {choices.map((choice) => <MenuItem key={choice.month} value={choice.month}>{formatMonth(choice.month)}　{t(`closing.${choice.status}`)}</MenuItem>)}
        </TextField>
        <Button variant="outlined" disabled={fetching} onClick={() => { void preview.refetch(); void overview.refetch(); }}>{t('action.reload')}</Button>
      </PageTitle>
      <Box sx={{ height: 3 }}>{fetching && <LinearProgress sx={{ height: 3 }} />}</Box>
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {error === null && (preview.data === undefined || overview.data === undefined
        ? <LoadingPage /> : <Steps key={month} month={month} preview={preview.data} overview={overview.data} />)}
    </Box>
  );
};

/** 月次締め: a checklist from the payees' files to published statements (docs/decisions.md D-24). */
export const ClosingPage = () => (
  <CanAccess resource="billing_months" action="list" accessDenied={<ForbiddenPage />}><Closing /></CanAccess>
);
