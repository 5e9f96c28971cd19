import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type State = { at: 'asked' | 'busy' | 'done' } | { at: 'refused'; why: string };

const Confirmation = ({ token }: { token: string }) => {
  const { rpc } = useActions();
  const [state, setState] = useState<State>({ at: 'asked' });
  const confirm = () => {
    setState({ at: 'busy' });
    rpc('confirm_report_address', { p_token: token }).then(() => setState({ at: 'done' }), (error: unknown) => setState({ at: 'refused', why: toAppError(error).message }));
  };
  if (state.at === 'done') return <Alert severity="success">{t('confirm_mail.done')}</Alert>;
  return (
    <>
      <Typography sx={{ mb: 1.5 }}>{t('confirm_mail.text')}</Typography>
      {state.at === 'refused' && <Alert severity="error" sx={{ mb: 1.5 }}>{state.why}</Alert>}
      <Button variant="contained" disabled={state.at === 'busy'} onClick={confirm}>{t('action.confirm')}</Button>
    </>
  );
};

/**
 * Where the confirmation mail leads, without signing in. A button, because programs that look at links in mails would
 * confirm by themselves.
 */
export const ConfirmMailPage = () => {
  const [query] = useSearchParams();
  const token = query.get('token');
  return (
    <Box component="main" sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary', p: 2 }}>
      <Card sx={{ maxWidth: '34rem', mx: 'auto', p: 2 }}>
        <PageTitle title={t('confirm_mail.title')} />
        {token === null ? <Alert severity="error">{t('confirm_mail.no_token')}</Alert> : <Confirmation token={token} />}
        <Box sx={{ mt: 2 }}><Link to="/">{t('confirm_mail.to_sign_in')}</Link></Box>
      </Card>
    </Box>
  );
};
