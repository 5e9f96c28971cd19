import { Alert, Box, Button, Card, TextField, Typography } from '@mui/material';
import { Suspense, useState, type FormEvent } from 'react';
import { useLogin } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { t } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';
import { PublicLinks } from './PublicLinks.tsx';
import { lazyScreen } from '../../components/lazyScreen.ts';
import { PublicNotices } from './PublicNotices.tsx';

// The chart and its library come after the form can be used.
const PublicUsage = lazyScreen(() => import('./PublicUsage.tsx'), 'PublicUsage');

const valueOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

const SignInForm = () => {
  const login = useLogin();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const loginId = valueOf(form, 'login_id').trim();
    const password = valueOf(form, 'password');
    if (loginId === '' || password === '') {
      setProblem(t('auth.fill_both'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    login({ loginId, password }).catch((error: unknown) => {
      setProblem(toAppError(error).message);
      setBusy(false);
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField name="login_id" label={t('auth.login_id')} required fullWidth autoFocus autoComplete="username" slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }} />
      <TextField name="password" label={t('auth.password')} required fullWidth type="password" autoComplete="current-password" />
      {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
      <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ my: 1.5 }}>{busy ? t('auth.signing_in') : t('auth.sign_in')}</Button>
      <Typography color="text.secondary">{t('auth.forgotten')}</Typography>
    </form>
  );
};

/** ログイン, with the public notices and links beside it. */
export const SignInPage = () => (
  <Box component="main" sx={{ minHeight: '100dvh', bgcolor: 'background.default', color: 'text.primary', px: 2, py: { xs: 2, md: 6 } }}>
    <Box sx={{ maxWidth: '60rem', mx: 'auto' }}>
      <PageTitle title={t('app.name')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '22rem 1fr' }, alignItems: 'start', mt: 1 }}>
        <Card component="section" aria-label={t('auth.sign_in')} sx={{ p: 2 }}><SignInForm /></Card>
        <Box><PublicNotices /><Suspense fallback={null}><PublicUsage /></Suspense><PublicLinks /></Box>
      </Box>
    </Box>
  </Box>
);
