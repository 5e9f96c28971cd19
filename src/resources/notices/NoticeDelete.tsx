import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useDelete, useNotify, useRecordContext, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { mayWriteNotice } from './noticeWords.tsx';

/** 削除 of a notice by who may write it. */
export const NoticeDelete = () => {
  const notice = useRecordContext();
  const me = useProfile();
  const [open, setOpen] = useState(false);
  const [remove, { isPending }] = useDelete();
  const notify = useNotify();
  const redirect = useRedirect();
  if (notice === undefined || !mayWriteNotice(me, notice)) return null;
  const run = () => remove('notices', { id: notice.id, previousData: notice }, {
    mutationMode: 'pessimistic',
    onSuccess: () => { notify(t('notice.deleted'), { type: 'success' }); redirect('list', 'notices'); },
    onError: (error: unknown) => { setOpen(false); notify(toAppError(error).message, { type: 'error' }); },
  });
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>{t('notice.delete')}</Button>
      <ConfirmDialog open={open} title={String(notice['title'])} confirmLabel={t('action.delete')} danger busy={isPending} onConfirm={() => void run()} onClose={() => setOpen(false)}>
        <Typography>{t('notice.delete_text')}</Typography>
      </ConfirmDialog>
    </>
  );
};
