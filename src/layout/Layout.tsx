import { Box } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Navigate, SkipNavigationButton, useLocation } from 'react-admin';
import { useProfileState, useProfileStore } from '../providers/context.tsx';
import { gateOf } from '../providers/profile.ts';
import { FailurePage, LoadingPage, PageBoundary } from './Pages.tsx';
import { HoursBanner } from './HoursBanner.tsx';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';
import { useTextSize } from './textSize.ts';

/** A role or scope that changed elsewhere counts when the person comes back to the window: read again, forget what was shown. */
const useFreshProfile = () => {
  const store = useProfileStore();
  const { profile, error } = useProfileState();
  const queryClient = useQueryClient();
  const scope = profile && JSON.stringify([profile.user_id, profile.role, profile.branch, profile.requester, profile.site]);
  const before = useRef(scope);
  useEffect(() => {
    store.get().catch(() => undefined);
    const onFocus = () => void store.refresh().catch(() => undefined);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [store]);
  useEffect(() => {
    if (before.current !== undefined && scope !== undefined && before.current !== scope) void queryClient.resetQueries();
    before.current = scope;
  }, [queryClient, scope]);
  return { profile, error };
};

/** The page scrolls inside the frame: a new page begins at its top. Mounted anew for each. */
const PageTop = () => {
  useEffect(() => {
    // Newer browsers answer a promise here, which React would take for a clean-up.
    void document.querySelector('#main-content')?.scrollTo?.(0, 0);
  }, []);
  return null;
};

/** The frame: top bar, menu, page. Nothing is shown before it is known who is here and that the password is in order. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const { profile, error } = useFreshProfile();
  const { pathname } = useLocation();
  useTextSize();
  if (profile === undefined) return error === undefined ? <LoadingPage /> : <FailurePage error={error} />;
  const gate = gateOf(profile);
  if (gate !== undefined) return <Navigate to={gate} replace />;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100dvh', bgcolor: 'background.default', color: 'text.primary' }} data-print="flow">
      <SkipNavigationButton />
      <TopBar />
      <HoursBanner />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }} data-print="flow">
        <SideMenu />
        <Box component="main" id="main-content" tabIndex={-1} data-print="flow" sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 1, '&:focus': { outline: 'none' } }}>
          <PageTop key={pathname} />
          <PageBoundary path={pathname}><Suspense fallback={<LoadingPage />}>{children}</Suspense></PageBoundary>
        </Box>
      </Box>
    </Box>
  );
};
