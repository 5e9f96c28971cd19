import AccountCircle from '@mui/icons-material/AccountCircle';
import { Box, IconButton, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';
import { ModeButton } from './ModeButton.tsx';
import { placeOf } from './place.ts';
import { TextSizePicker } from './TextSizePicker.tsx';
import { useSignOut } from './useSignOut.ts';

/** What the top bar holds, for a phone. */
export const AccountMenu = () => {
  const profile = useProfile();
  const signOut = useSignOut();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton color="inherit" aria-label={t('topbar.account')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}><AccountCircle /></IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box sx={{ px: 2, py: 1, maxWidth: '20rem' }}>
          <Typography>{`${t('topbar.user_id')}：${profile.login_id}`}</Typography>
          <Typography>{`${t('topbar.belongs_to')}：${placeOf(profile)}`}</Typography>
          {profile.requester && <Typography>{`${t('topbar.requester')}：${profile.requester.name}`}</Typography>}
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pt: 1 }}><TextSizePicker /><ModeButton /></Box>
        </Box>
        <MenuItem onClick={() => { close(); window.print(); }}>{t('topbar.print')}</MenuItem>
        <MenuItem component={Link} to="/password" onClick={close}>{t('topbar.change_password')}</MenuItem>
        <MenuItem component={Link} to="/factor" onClick={close}>{t('factor.title')}</MenuItem>
        <MenuItem onClick={signOut}>{t('topbar.logout')}</MenuItem>
      </Menu>
    </>
  );
};
