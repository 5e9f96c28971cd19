import { Box, Drawer, List, ListItemButton, ListItemIcon, ListItemText, ListSubheader, useMediaQuery, type Theme } from '@mui/material';
import { Link, useLocation, useSidebarState } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';
import { RadarCount } from '../screens/radar/RadarCount.tsx';
import { SIZES } from '../theme/theme.ts';
import { isHere, menuOf, type MenuGroup, type MenuItem } from './menu.ts';

const Entry = ({ item, onChosen }: { item: MenuItem; onChosen: () => void }) => {
  const here = isHere(item.to, useLocation());
  const Icon = item.icon;
  return (
    <ListItemButton component={Link} to={item.to} selected={here} aria-current={here ? 'page' : undefined} onClick={onChosen} sx={{ minHeight: '2.125rem', py: 0.25, px: 1.5, textDecoration: 'none' }}>
      <ListItemIcon sx={{ minWidth: 30, color: here ? 'primary.main' : 'text.secondary' }}><Icon fontSize="small" /></ListItemIcon>
      <ListItemText primary={t(item.label)} slotProps={{ primary: { sx: { color: 'text.primary', fontWeight: here ? 700 : 400 } } }} />
      {item.resource === 'radar' && <RadarCount />}
    </ListItemButton>
  );
};

const Group = ({ group, onChosen }: { group: MenuGroup; onChosen: () => void }) => (
  <List
    disablePadding dense
    subheader={group.label && <ListSubheader disableSticky sx={{ lineHeight: '1.75rem', mt: 0.5, fontSize: '0.75rem', background: 'none' }}>{t(group.label)}</ListSubheader>}
  >
    {group.items.map((item) => <Entry key={item.label} item={item} onChosen={onChosen} />)}
  </List>
);

/** The left menu, by role. Beside the page on a desk, a drawer on a phone; closed and opened from the top bar. */
export const SideMenu = () => {
  const { role } = useProfile();
  const [open, setOpen] = useSidebarState();
  // Of the screen: paper is narrow too, and a drawer that opened while printing would lock the page and squeeze it.
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md').replace('@media ', '@media screen and '));
  const content = (
    <Box component="nav" id="menu" aria-label={t('menu.groups.garage')} sx={{ width: SIZES.menu, py: 0.5 }}>
      {menuOf(role).map((group) => <Group key={group.label ?? 'top'} group={group} onChosen={() => small && setOpen(false)} />)}
    </Box>
  );
  if (small) return <Drawer open={open} onClose={() => setOpen(false)} data-print="none">{content}</Drawer>;
  if (!open) return null;
  return <Box data-print="none" sx={{ flex: 'none', overflowY: 'auto', borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>{content}</Box>;
};
