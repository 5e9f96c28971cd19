import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, Button, IconButton, Toolbar, Tooltip, Typography, useMediaQuery, type Theme } from '@mui/material';
import { Link, useSidebarState } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';
import { SIZES } from '../theme/theme.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { FindBox } from './FindBox.tsx';
import { ModeButton } from './ModeButton.tsx';
import { NoticesButton } from './NoticesButton.tsx';
import { placeOf } from './place.ts';
import { TextSizePicker } from './TextSizePicker.tsx';
import { useSignOut } from './useSignOut.ts';

const Fact = ({ label, value }: { label: string; value: string }) => (
  <Tooltip title={`${label}：${value}`}>
    <Typography noWrap sx={{ fontSize: SIZES.table, minWidth: 0, flexShrink: 1 }}>
      <Box component="span" sx={{ opacity: 0.8 }}>{label}：</Box>{value}
    </Typography>
  </Tooltip>
);

const WideTools = () => {
  const signOut = useSignOut();
  return (
    <>
      <TextSizePicker />
      <ModeButton />
      <Button color="inherit" onClick={() => window.print()}>{t('topbar.print')}</Button>
      <Button color="inherit" component={Link} to="/password">{t('topbar.change_password')}</Button>
      <Button color="inherit" onClick={signOut}>{t('topbar.logout')}</Button>
    </>
  );
};

/** The manual's header: who is signed in, for whom, and what is always at hand. */
export const TopBar = () => {
  const profile = useProfile();
  const [open, setOpen] = useSidebarState();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const label = open ? t('topbar.menu_close') : t('topbar.menu_open');
  return (
    <AppBar position="static" data-print="none" elevation={0} sx={{ flex: 'none', bgcolor: '#16323a', color: '#fff' }}>
      <Toolbar variant="dense" disableGutters sx={{ minHeight: `${SIZES.topBar} !important`, px: 1, gap: 1.5 }}>
        <IconButton color="inherit" size="small" aria-label={label} aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}><MenuIcon fontSize="small" /></IconButton>
        <Typography noWrap sx={{ fontWeight: 700, flex: 'none' }}>{t('app.short_name')}</Typography>
        {small ? <Box sx={{ flex: 1 }} /> : (
          <Box sx={{ display: 'flex', gap: 2, flex: 1, minWidth: 0 }}>
            <Fact label={t('topbar.user_id')} value={profile.login_id} />
            <Fact label={t('topbar.belongs_to')} value={placeOf(profile)} />
            {profile.requester && <Fact label={t('topbar.requester')} value={profile.requester.name} />}
          </Box>
        )}
        <FindBox />
        <NoticesButton />
        {small ? <AccountMenu /> : <WideTools />}
      </Toolbar>
    </AppBar>
  );
};
