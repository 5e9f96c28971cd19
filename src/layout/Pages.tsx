import { Alert, Box, Button, Skeleton, Typography } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { Link } from 'react-admin';
import { PageTitle } from '../components/PageTitle.tsx';
import { t } from '../i18n/translate.ts';
import { toAppError } from '../providers/errors.ts';

const Notice = ({ title, hint }: { title: string; hint: string }) => (
  <Box sx={{ p: 2, maxWidth: '40rem' }}>
    <PageTitle title={title} />
    <Typography sx={{ my: 1.5 }}>{hint}</Typography>
    <Button variant="outlined" component={Link} to="/">{t('page.home')}</Button>
  </Box>
);

export const NotFoundPage = () => <Notice title={t('page.not_found')} hint={t('page.not_found_hint')} />;
export const ForbiddenPage = () => <Notice title={t('page.forbidden')} hint={t('page.forbidden_hint')} />;

/** Grey lines where a page will be: calmer than a spinner. */
export const LoadingPage = () => (
  <Box sx={{ p: 2 }} role="status" aria-label={t('page.loading')}>
    <Skeleton width="12rem" height="2rem" />
    {Array.from({ length: 12 }, (_, line) => <Skeleton key={line} height="2.125rem" />)}
  </Box>
);

/** Something failed and the page cannot be shown: what, and the way on. */
export const FailurePage = ({ error }: { error: unknown }) => (
  <Box sx={{ p: 2, maxWidth: '40rem' }}>
    <PageTitle title={t('page.error')} />
    <Typography sx={{ my: 1.5 }}>{t('page.error_hint')}</Typography>
    <Alert severity="error" sx={{ mb: 1.5 }}>{error instanceof Error ? error.message : toAppError(error).message}</Alert>
    <Button variant="outlined" onClick={() => window.location.reload()}>{t('action.reload')}</Button>
  </Box>
);

/** Keeps a broken page from taking the frame with it; going to another `path` mends it. */
export class PageBoundary extends Component<{ path: string; children: ReactNode }, { error?: unknown; path: string }> {
  override state: { error?: unknown; path: string } = { path: this.props.path };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: { path: string }, state: { path: string }) {
    return props.path === state.path ? null : { error: undefined, path: props.path };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <FailurePage error={this.state.error} />;
  }
}
