import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, useNotify, useRecordContext, useRefresh } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

const Resend = () => {
  const mail = useRecordContext();
  const { rpc } = useActions();
  const notify = useNotify();
  const refresh = useRefresh();
  const [asked, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  if (mail === undefined || mail['state'] === 'queued' || mail['state'] === 'sending') return null;
  const resend = async () => {
    setBusy(true);
    try {
      await rpc('resend_mail', { p_id: mail.id });
      notify(t('mails.resent'), { type: 'success' });
      refresh();
    } catch (error) {
      notify(toAppError(error).message, { type: 'error', multiLine: true });
    } finally {
      setBusy(false);
      ask(false);
    }
  };
  return (
    <>
      <Button variant="outlined" onClick={() => ask(true)}>{t('mails.resend')}</Button>
      <ConfirmDialog open={asked} title={t('mails.resend_title')} confirmLabel={t('mails.resend')} busy={busy} onConfirm={() => void resend()} onClose={() => ask(false)}>
        <Typography>{t('mails.resend_text')}</Typography>
      </ConfirmDialog>
    </>
  );
};

/** 再送, for 本部管理者 and branches; not while the mail is on its way. */
export const ResendButton = () => <CanAccess resource="mail_outbox" action="act"><Resend /></CanAccess>;
