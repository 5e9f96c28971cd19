import { Alert, Box, Button, Card, TextField, Typography } from '@mui/material';
import { useEffect, useState, type FormEvent } from 'react';
import { Authenticated, Link, Navigate, useLogout, useNavigate, useNotify } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { newPasswordProblems } from '../../domain/password.ts';
import { t } from '../../i18n/translate.ts';
import { FailurePage, LoadingPage } from '../../layout/Pages.tsx';
import { useActions, useProfileState, useProfileStore } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { gateOf, type Profile } from '../../providers/profile.ts';
import { PasswordRules } from './PasswordRules.tsx';

type Typed = { current: string; next: string; again: string };
const EMPTY: Typed = { current: '', next: '', again: '' };

const usePasswordChange = (loginId: string) => {
  const { changePassword } = useActions();
  const store = useProfileStore();
  const navigate = useNavigate();
  const notify = useNotify();
  const [typed, setTyped] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const problems = newPasswordProblems(typed.next, typed.again, loginId);

  const change = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await changePassword(typed.current, typed.next);
      await store.refresh();
      notify(t('password.changed'), { type: 'success' });
      navigate('/', { replace: true });
    } catch (error) {
      setProblem(toAppError(error).message);
      setBusy(false);
    }
  };
  return { typed, setTyped, busy, problem, problems, change };
};

const PasswordForm = ({ profile }: { profile: Profile }) => {
  const { typed, setTyped, busy, problem, problems, change } = usePasswordChange(profile.login_id);
  const navigate = useNavigate();
  const logout = useLogout();
  const forced = profile.must_change_password;
  const field = (name: keyof Typed, label: string, autoComplete: string) => (
    <TextField
      type="password" required fullWidth name={name} label={label} autoComplete={autoComplete} value={typed[name]}
      onChange={(event) => setTyped((now) => ({ ...now, [name]: event.target.value }))}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change();
  };
  return (
    <form onSubmit={submit} noValidate>
      {forced && <Alert severity="info" sx={{ mb: 1 }}>{t('password.first')}</Alert>}
      <DescriptionList columns={1}>
        <DescriptionItem label={t('password.login_id')}>{profile.login_id}</DescriptionItem>
        <DescriptionItem label={t('password.display_name')}>{profile.display_name}</DescriptionItem>
      </DescriptionList>
      {field('current', t('password.current'), 'current-password')}
      {field('next', t('password.next'), 'new-password')}
      {field('again', t('password.again'), 'new-password')}
      <Typography color="text.secondary">{t('password.again_hint')}</Typography>
      <PasswordRules problems={problems} started={typed.next !== ''} />
      {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
        <Button type="submit" variant="contained" disabled={busy || problems.length > 0 || typed.current === ''}>{t('action.confirm')}</Button>
        {forced ? <Button onClick={() => logout()}>{t('topbar.logout')}</Button> : <Button onClick={() => navigate(-1)}>{t('action.back')}</Button>}
      </Box>
    </form>
  );
};

const Loaded = () => {
  const store = useProfileStore();
  const { profile, error } = useProfileState();
  useEffect(() => {
    store.get().catch(() => undefined);
  }, [store]);
  if (profile === undefined) return error === undefined ? <LoadingPage /> : <FailurePage error={error} />;
  if (gateOf(profile) === '/factor') return <Navigate to="/factor" replace />;
  return (
    <Box component="main" sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary', p: 2 }}>
      <Card sx={{ maxWidth: '32rem', mx: 'auto', p: 2 }}>
        <PageTitle title={profile.must_change_password ? t('password.title') : t('password.title_change')} />
        <PasswordForm profile={profile} />
        {!profile.must_change_password && <Box sx={{ mt: 1.5 }}><Link to="/factor">{t('factor.open')}</Link></Box>}
      </Card>
    </Box>
  );
};

/** パスワード更新 (forced: nothing else can be seen before) and パスワード変更. */
export const PasswordPage = () => <Authenticated><Loaded /></Authenticated>;
