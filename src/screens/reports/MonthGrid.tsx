import { Box, Button, Card, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { COLUMNS, type GridColumn } from './gridColumns.ts';

export type GridProps = { months: string[]; available: (column: GridColumn, month: string) => boolean; busy: boolean; onDownload: (column: GridColumn, month: string) => void };

const formatName = ({ format }: GridColumn): string => t(`reports.${format === 'pdf' ? 'pdf' : 'excel'}`);
const idOf = ({ key, format }: GridColumn): string => key + format;

type DownloadProps = Pick<GridProps, 'busy' | 'onDownload'> & { column: GridColumn; month: string; label?: string };
const Download = ({ column, month, busy, onDownload, label = t('action.download') }: DownloadProps) => (
  <Button
    disabled={busy} onClick={() => onDownload(column, month)} sx={{ minHeight: '1.75rem', py: 0 }}
    aria-label={t('reports.download_of', { month: formatMonth(month), report: t(`reports.${column.key}`), format: formatName(column) })}
  >{label}</Button>
);

/** 18 months × the manual's reports (docs/domain.md §5.5). */
export const MonthGrid = ({ months, available, ...rest }: GridProps) => (
  <Card sx={{ overflowX: 'auto' }}>
    <Table size="small" sx={{ '& td, & th': { borderRight: 1, borderColor: 'divider' }, '& th': { whiteSpace: 'normal', textAlign: 'center', lineHeight: 1.4, py: 0.5 } }}>
      <TableHead>
        <TableRow>
          <TableCell rowSpan={2} sx={{ whiteSpace: 'nowrap !important' }}>{t('reports.month')}</TableCell>
          {COLUMNS.map((column) => <TableCell key={idOf(column)} sx={{ width: '10.5rem' }}>{t(`reports.${column.key}`)}</TableCell>)}
        </TableRow>
        <TableRow>{COLUMNS.map((column) => <TableCell key={idOf(column)}>{formatName(column)}</TableCell>)}</TableRow>
      </TableHead>
      <TableBody>
        {months.map((month) => (
          <TableRow key={month} hover>
            <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap !important' }}>{formatMonth(month)}</TableCell>
            {COLUMNS.map((column) => (
              <TableCell key={idOf(column)} align="center">
                {available(column, month) ? <Download column={column} month={month} {...rest} /> : t('reports.none')}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
);

/** The same on a phone: a card a month with the files it has. */
export const MonthCards = ({ months, available, ...rest }: GridProps) => (
  <Box component="ul" aria-label={t('reports.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
    {months.map((month) => {
      const columns = COLUMNS.filter((column) => available(column, month));
      return (
        <Card component="li" key={month} sx={{ px: 1.5, py: 0.75 }}>
          <b>{formatMonth(month)}</b>
          {columns.length === 0 && <Box component="span" sx={{ ml: 1 }}>{t('reports.none')}</Box>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, '& button': { minHeight: '2.75rem', px: 0.5 } }}>
            {columns.map((column) => <Download key={idOf(column)} column={column} month={month} label={t(`reports.short.${column.key}_${column.format}`)} {...rest} />)}
          </Box>
        </Card>
      );
    })}
  </Box>
);
