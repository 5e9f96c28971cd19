import { Alert, Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export type MiniRow = { key: string | number; cells: ReactNode[] };
type Head = { label: string; align?: 'left' | 'right' | 'center' };

/** On a phone the table is pushed sideways: what a row is about stays. */
const STAYS = { position: { xs: 'sticky', sm: 'static' }, left: 0, bgcolor: { xs: 'background.paper', sm: 'transparent' } } as const;

/** A short table inside a page: a few sites, a few people, the counts of a month. `empty` says why there is nothing. */
export const MiniTable = ({ head, rows, empty, isPending = false, error = null }: { head: Head[]; rows: MiniRow[]; empty: string; isPending?: boolean; error?: Error | null }) => {
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (isPending) return <Skeleton height="4rem" />;
  if (rows.length === 0) return <Typography color="text.secondary">{empty}</Typography>;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead><TableRow>{head.map(({ label, align = 'left' }, at) => <TableCell key={label} align={align} sx={at === 0 ? STAYS : {}}>{label}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>{head.map(({ label, align = 'left' }, at) => <TableCell key={label} align={align} sx={{ whiteSpace: 'nowrap', ...(at === 0 ? STAYS : {}) }}>{cells[at]}</TableCell>)}</TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
