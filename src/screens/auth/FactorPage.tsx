import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Authenticated, useLogout, useNavigate, useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { FailurePage, LoadingPage } from '../../layout/Pages.tsx';
import { useFactors, useProfileState, useProfileStore } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { VerifiedFactor } from '../../providers/factors.ts';
import { CodeForm } from './CodeForm.tsx';
import { FactorEnrolment } from './FactorEnrolment.tsx';

const useHome = () => {
  const navigate = useNavigate();
  return () => navigate('/', { replace: true });
};

const SignOut = () => {
  const logout = useLogout();
  return <Button onClick={() => logout()}>{t('topbar.logout')}</Button>;
};

/** At sign-in: the password was right, the code is still to come. */
const Challenge = ({ factor }: { factor: VerifiedFactor }) => {
  const factors = useFactors();
  const store = useProfileStore();
  const home = useHome();
  const prove = async (code: string) => {
    await factors.prove(factor.id, code);
    await store.refresh();
    home();
  };
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('factor.verify_text')}</Typography>
      <CodeForm onCode={prove}><SignOut /></CodeForm>
      <Typography color="text.secondary" sx={{ mt: 2 }}>{t('factor.lost')}</Typography>
    </>
  );
};

const Enrolled = ({ factor, onRemoved }: { factor: VerifiedFactor; onRemoved: () => void }) => {
  const factors = useFactors();
  const store = useProfileStore();
  const notify = useNotify();
  const navigate = useNavigate();
  const [asked, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await factors.remove(factor.id);
      await store.refresh();
      notify(t('factor.removed'), { type: 'success' });
      onRemoved();
    } catch (error) {
      notify(toAppError(error).message, { type: 'error' });
    } finally {
      setBusy(false);
      ask(false);
    }
  };
  return (
    <>
      <Alert severity="success">{t('factor.active')}（{t('factor.since')} {dateText(factor.created_at)}）</Alert>
      <Typography color="text.secondary" sx={{ my: 1 }}>{t('factor.lost')}</Typography>
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
        <Button variant="contained" onClick={() => navigate(-1)}>{t('action.back')}</Button>
        <Button color="error" onClick={() => ask(true)}>{t('factor.remove')}</Button>
      </Box>
      <ConfirmDialog open={asked} title={t('factor.remove_title')} confirmLabel={t('factor.remove')} danger busy={busy} onConfirm={() => void remove()} onClose={() => ask(false)}>
        <Typography>{t('factor.remove_text')}</Typography>
      </ConfirmDialog>
    </>
  );
};

const Loaded = () => {
  const store = useProfileStore();
  const { profile, error } = useProfileState();
  const factors = useFactors();
  const navigate = useNavigate();
  const home = useHome();
  const own = useQuery({ queryKey: ['factors', profile?.user_id], queryFn: factors.verified, enabled: profile !== undefined, staleTime: 0 });
  useEffect(() => {
    store.get().catch(() => undefined);
  }, [store]);
  const failure = error ?? own.error;
  if (profile === undefined || own.data === undefined) return failure ? <FailurePage error={toAppError(failure)} /> : <LoadingPage />;
  const [factor] = own.data;
  const forced = profile.second_factor === 'enroll';
  return (
    <Box component="main" sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary', p: 2 }}>
      <Card sx={{ maxWidth: '34rem', mx: 'auto', p: 2 }}>
        <PageTitle title={t('factor.title')} />
        {forced && <Alert severity="info" sx={{ mb: 1 }}>{t('factor.required_text')}</Alert>}
        {factor !== undefined && profile.second_factor === 'verify' && <Challenge factor={factor} />}
        {factor !== undefined && profile.second_factor !== 'verify' && <Enrolled factor={factor} onRemoved={() => void own.refetch()} />}
        {factor === undefined && (
          <FactorEnrolment onDone={home}>{forced ? <SignOut /> : <Button onClick={() => navigate(-1)}>{t('action.back')}</Button>}</FactorEnrolment>
        )}
      </Card>
    </Box>
  );
};

/** 二段階認証: asked for at sign-in, required for some, offered to all, removed by its owner (docs/decisions.md D-7). */
export const FactorPage = () => <Authenticated><Loaded /></Authenticated>;
