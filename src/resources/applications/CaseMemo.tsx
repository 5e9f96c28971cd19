import { Alert, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Case } from './case.ts';
import { useRefreshCases } from './useRefreshCases.ts';

const MAX = 1000;
const MAY_NOTE = ['submitter', 'preparer', 'branch_admin', 'branch_staff', 'hq_admin'];

/** メモ更新: sends the version that was read; a stale one shows what is there now and keeps what was typed. */
const MemoDialog = ({ record, onClose }: { record: Case; onClose: () => void }) => {
  const { rpc } = useActions();
  const notify = useNotify();
  const refresh = useRefreshCases();
  const [memo, setMemo] = useState(record.memo ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string[]>([]);
  const tooLong = [...memo.trim()].length > MAX;
  const save = async () => {
    setBusy(true);
    try {
      await rpc('save_memo', { p_application_id: record.id, p_version: record.version, p_memo: memo });
      notify(t('memo.saved'), { type: 'success' });
      onClose();
    } catch (cause) {
      const error = toAppError(cause);
      setFailure([error.message, ...(error.code === 'stale_version' ? [t('memo.reread')] : [])]);
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  return (
    <ConfirmDialog open title={t('memo.edit')} busy={busy} disabled={tooLong} onConfirm={() => void save()} onClose={onClose}>
      {failure.length > 0 && <Alert severity="warning" role="alert" sx={{ mb: 1 }}>{[...failure, t('memo.now', { memo: record.memo ?? t('format.none') })].map((line) => <div key={line}>{line}</div>)}</Alert>}
      <TextField label={t('memo.title')} value={memo} onChange={(event) => setMemo(event.target.value)} multiline minRows={4} fullWidth autoFocus sx={{ mt: 1 }} error={tooLong} helperText={tooLong ? t('memo.too_long') : t('memo.hint')} />
    </ConfirmDialog>
  );
};

/** メモ of a case; also after filing the company's writers and the agent may change it. */
export const CaseMemo = ({ record }: { record: Case }) => {
  const { role, branch } = useProfile();
  const [open, setOpen] = useState(false);
  const mayNote = MAY_NOTE.includes(role) && (reachOf(role) !== 'branch' || branch?.id === record.agent_branch_id);
  return (
    <SectionCard title={t('memo.title')} action={mayNote && <Button variant="outlined" data-print="none" onClick={() => setOpen(true)}>{t('memo.edit')}</Button>}>
      {record.memo ? <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{record.memo}</Typography> : <Typography color="text.secondary">{t('memo.none')}</Typography>}
      {open && <MemoDialog record={record} onClose={() => setOpen(false)} />}
    </SectionCard>
  );
};
