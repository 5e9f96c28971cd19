import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { t } from '../../i18n/translate.ts';

const KEYS = [
  ['J ・ K', 'move'], ['X', 'tick'], ['Shift + X', 'tick_all'], ['F', 'file'], ['P', 'pay'], ['R', 'refile'], ['H', 'hand_over'], ['C', 'contact'], ['Q', 'card'],
  ['E ・ Enter', 'open'], ['1 - 5', 'queue'], ['Esc', 'clear'], ['?', 'help'],
] as const;

/** What each key does. */
export const KeyHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onClose={onClose} aria-label={t('work.help')}>
    <DialogTitle sx={{ fontSize: '1rem', fontWeight: 700 }}>{t('work.help')}</DialogTitle>
    <DialogContent>
      <Typography color="text.secondary" sx={{ mb: 1 }}>{t('work.help_hint')}</Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5, m: 0, '& dd': { m: 0 } }}>
        {KEYS.map(([key, name]) => [<Box component="dt" key={key} sx={{ fontWeight: 700 }}>{key}</Box>, <dd key={name}>{t(`work.keys.${name}`)}</dd>])}
      </Box>
    </DialogContent>
    <DialogActions><Button autoFocus onClick={onClose}>{t('action.close')}</Button></DialogActions>
  </Dialog>
);
