import { Box, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { hasMessage, t, translate } from '../i18n/translate.ts';
import { isBlank } from './listTypes.ts';

/** Why the list is empty and what fills it. */
export const ListEmpty = () => {
  const { filterValues, resource } = useListContext();
  const filtered = !isBlank(filterValues);
  const own = `empty.${resource}`;
  const hint = hasMessage(own) ? translate(own) : '';
  return (
    <Box role="status" sx={{ p: 4, textAlign: 'center', bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Typography sx={{ fontWeight: 700 }}>{filtered ? t('list.empty_filtered') : t('list.empty')}</Typography>
      <Typography color="text.secondary">{filtered ? t('list.empty_filtered_hint') : hint}</Typography>
    </Box>
  );
};
