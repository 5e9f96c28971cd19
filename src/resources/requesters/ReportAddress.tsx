import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext } from 'react-admin';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

const MAY_ASK = ['hq_admin', 'branch_admin', 'branch_staff', 'requester_admin'];

const SendConfirmation = ({ id }: { id: number }) => {
  const { rpc } = useActions();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { to } = await rpc<{ to: string }>('send_confirmation', { p_requester_id: id });
      notify(t('mails.confirmation_sent', { to }), { type: 'success' });
    } catch (error) {
      notify(toAppError(error).message, { type: 'error', multiLine: true });
    } finally {
      setBusy(false);
    }
  };
  return <Button size="small" disabled={busy} onClick={() => void send()}>{t('mails.send_confirmation')}</Button>;
};

/** The one address for mails and whether its reader has confirmed it (docs/decisions.md D-35). */
export const ReportAddress = () => {
  const requester = useRecordContext();
  const { role } = useProfile();
  const address: unknown = requester?.['report_email'];
  const confirmed: unknown = requester?.['report_email_confirmed_at'];
  if (requester === undefined || typeof address !== 'string') return <>{t('format.none')}</>;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      <span>{address}</span>
      <Typography component="span" sx={{ color: typeof confirmed === 'string' ? 'success.main' : 'warning.main' }} title={typeof confirmed === 'string' ? undefined : t('mails.unconfirmed_hint')}>
        {typeof confirmed === 'string' ? t('mails.confirmed', { at: dateText(confirmed) }) : t('mails.unconfirmed')}
      </Typography>
      {typeof confirmed !== 'string' && MAY_ASK.includes(role) && <SendConfirmation id={Number(requester.id)} />}
    </Box>
  );
};
