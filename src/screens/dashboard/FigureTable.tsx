import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { t } from '../../i18n/translate.ts';

type Cell = ReactNode;
/** `right`: columns of numbers. */
type FigureTableProps = { head: string[]; rows: { key: string | number; cells: Cell[] }[]; right?: number[]; total?: Cell[] };

/** Rows of figures; numbers right. */
export const FigureTable = ({ head, rows, right = [], total }: FigureTableProps) => {
  const align = (column: number) => (right.includes(column) ? 'right' : 'left');
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead><TableRow>{head.map((name, column) => <TableCell key={name} align={align(column)}>{name}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>{cells.map((cell, column) => <TableCell key={head[column]} align={align(column)}>{cell}</TableCell>)}</TableRow>
          ))}
          {total && <TableRow>{total.map((cell, column) => <TableCell key={head[column]} align={align(column)} sx={{ fontWeight: 700 }}>{cell}</TableCell>)}</TableRow>}
        </TableBody>
      </Table>
    </Box>
  );
};

/** The figures of a chart, folded away under it. */
export const UnderChart = ({ children }: { children: ReactNode }) => (
  <Box component="details" sx={{ mt: 0.5, '& > summary': { cursor: 'pointer', fontSize: '0.8125rem', color: 'text.secondary' } }}>
    <summary>{t('dashboard.table')}</summary>
    <Box sx={{ maxHeight: '18rem', overflow: 'auto' }}>{children}</Box>
  </Box>
);
