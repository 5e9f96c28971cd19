import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { dateText } from '../../components/values.ts';
import { missingCondition } from '../../domain/application.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Case } from './case.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { refusalText } from './refusal.ts';
import { useRefreshCases } from './useRefreshCases.ts';

export type HoldProblem = { code: string; details?: unknown };

/** Where a draft stands with 予約送信: waiting, kept back and why, or to be held; and what may be done about it. */
export const HoldBanner = ({ record }: { record: Case }) => {
  const { role } = useProfile();
  const actions = useActions();
  const notify = useNotify();
  const refresh = useRefreshCases();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (record.filing_status !== 'draft') return null;
  const held = record.held_until ?? null;
  const maySend = canAccess(role, { resource: 'applications', action: 'act' }) && (record.available_events ?? []).includes('submit') && missingCondition(record) === null;
  const mayStop = canAccess(role, { resource: 'applications', action: 'edit' });
  if (held === null && !maySend) return null;

  const run = async (rpc: string, more: Record<string, unknown>, done: string) => {
    setBusy(true);
    try {
      await actions.rpc(rpc, { p_id: record.id, p_version: record.version, ...more });
      notify(done, { type: 'success' });
      setAsking(false);
    } catch (error) {
      const { code, message, details } = toAppError(error);
      notify(refusalText({ code, message, details }), { type: 'error' });
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  const problem = record.hold_problem ?? null;
  return (
    <Box sx={{ mb: 1 }}>
      {held === null ? <Button variant="outlined" onClick={() => setAsking(true)}>{t('hold.button')}</Button> : (
        <Alert
          severity={problem === null ? 'info' : 'error'}
          action={(
            <>
              {maySend && <Button color="inherit" disabled={busy} onClick={() => setAsking(true)}>{t('hold.edit_day')}</Button>}
              {mayStop && <Button color="inherit" disabled={busy} onClick={() => void run('cancel_hold', {}, t('hold.cancelled'))}>{t('hold.cancel')}</Button>}
            </>
          )}
        >
          {t('hold.waits', { date: dateText(held) })}
          {problem !== null && <div>{t('hold.problem', { reason: refusalText(problem) })}{problem.code === 'person_unavailable' ? '' : t('hold.retry')}</div>}
        </Alert>
      )}
      {asking && <HoldDialog expiresOn={record.inspection_expires_on} heldUntil={held} busy={busy} onHold={(day) => void run('hold_application', { p_on: day }, t('hold.done', { date: dateText(day) }))} onClose={() => setAsking(false)} />}
    </Box>
  );
};
