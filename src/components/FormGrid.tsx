import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Inputs side by side on a desk, one under the other on a phone. */
export const FormGrid = ({ children, columns = 2 }: { children: ReactNode; columns?: number }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: `repeat(${columns}, minmax(0, 1fr))` }, columnGap: 2, alignItems: 'start' }}>{children}</Box>
);
