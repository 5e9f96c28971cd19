import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A titled part of a page; `action` (buttons, a link) to the right of the title. */
export const SectionCard = ({ title, action, children }: { title?: string; action?: ReactNode; children: ReactNode }) => (
  <Card component="section" aria-label={title} sx={{ p: 1.5, mb: 1 }}>
    {(title !== undefined || action !== undefined) && (
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1 }}>
        <Typography variant="h2">{title}</Typography>
        {action}
      </Box>
    )}
    {children}
  </Card>
);
