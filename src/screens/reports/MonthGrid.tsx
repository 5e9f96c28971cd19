import { Box, Button, Card, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';

export type GridProps = { months: string[]; available: (month: string) => boolean; busy: boolean; onDownload: (month: string) => void };

/** The manual's columns. A report that has no file yet shows a dash in every month. */
const COLUMNS = [
  { report: 'debit_6', format: 'pdf' }, { report: 'debit_27', format: 'pdf' }, { report: 'advances', format: 'excel' }, { report: 'daily', format: 'excel' },
  { report: 'details', format: 'excel' }, { report: 'details', format: 'pdf' },
] as const;

const Download = ({ month, busy, onDownload, report }: { month: string; report: string } & Pick<GridProps, 'busy' | 'onDownload'>) => (
  <Button disabled={busy} onClick={() => onDownload(month)} aria-label={t('reports.download_of', { month: formatMonth(month), report })} sx={{ minHeight: '1.75rem', py: 0 }}>{t('action.download')}</Button>
);

/** 18 months × the manual's reports (docs/domain.md §5.5). */
export const MonthGrid = ({ months, available, busy, onDownload }: GridProps) => (
  <Card sx={{ overflowX: 'auto' }}>
    <Table size="small" sx={{ '& td, & th': { borderRight: 1, borderColor: 'divider' }, '& th': { whiteSpace: 'normal', textAlign: 'center', lineHeight: 1.4, py: 0.5 } }}>
      <TableHead>
        <TableRow>
          <TableCell rowSpan={2} sx={{ whiteSpace: 'nowrap !important' }}>{t('reports.month')}</TableCell>
          {COLUMNS.map(({ report, format }) => <TableCell key={report + format} sx={{ width: '10.5rem' }}>{t(`reports.${report}`)}</TableCell>)}
        </TableRow>
        <TableRow>{COLUMNS.map(({ report, format }) => <TableCell key={report + format}>{t(`reports.${format}`)}</TableCell>)}</TableRow>
      </TableHead>
      <TableBody>
        {months.map((month) => (
          <TableRow key={month} hover>
            <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap !important' }}>{formatMonth(month)}</TableCell>
            {COLUMNS.map(({ report, format }) => (
              <TableCell key={report + format} align="center">
                {report === 'details' && format === 'excel' && available(month)
                  ? <Download month={month} report={t('reports.details')} busy={busy} onDownload={onDownload} /> : t('reports.none')}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Card>
);

/** The same on a phone: one line a month with what can be had. */
export const MonthCards = ({ months, available, busy, onDownload }: GridProps) => (
  <Box component="ul" aria-label={t('reports.details')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
    {months.map((month) => (
      <Card component="li" key={month} sx={{ px: 1.5, py: 0.5, display: 'flex', alignItems: 'center', gap: 1, minHeight: '2.75rem' }}>
        <Box component="b" sx={{ width: '6.5em' }}>{formatMonth(month)}</Box><Box component="span" sx={{ flex: 1, fontSize: '0.8125rem' }}>{t('reports.details_short')}</Box>
        {available(month) ? <Download month={month} report={t('reports.details')} busy={busy} onDownload={onDownload} /> : t('reports.none')}
      </Card>
    ))}
  </Box>
);
