import { Box, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { t } from '../i18n/translate.ts';

/** Heading of a page and title of the window; `sub` beside it in grey, `children` (buttons) to the right. */
export const PageTitle = ({ title, sub, children }: { title: string; sub?: ReactNode; children?: ReactNode }) => {
  useEffect(() => {
    document.title = `${title}｜${t('app.short_name')}`;
  }, [title]);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: '2.25rem', flexWrap: 'wrap', flex: 'none' }}>
      <Typography variant="h1">{title}</Typography>
      {sub !== undefined && <Typography color="text.secondary">{sub}</Typography>}
      <Box sx={{ flex: 1 }} />
      <Box data-print="none" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>{children}</Box>
    </Box>
  );
};
