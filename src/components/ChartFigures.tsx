import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { formatDate, formatMonth } from '../domain/dateText.ts';
import { formatCount } from '../domain/money.ts';
import { alignOf, type ReportColumn, totalOf } from '../domain/reports/description.ts';
import { t } from '../i18n/translate.ts';
import { toAppError } from '../providers/errors.ts';
import { saveFile } from './download.ts';
import { MiniTable } from './MiniTable.tsx';

/** A place of the chart: what it is called, and its figures by column. */
export type ChartRow = Record<string, string | number | null>;
export type ChartColumn = ReportColumn<ChartRow>;
type ChartFiguresProps = { title: string; columns: readonly ChartColumn[]; rows: readonly ChartRow[]; today: string };

const shown = ({ kind, key }: ChartColumn, row: ChartRow): string => {
  const value = row[key] ?? null;
  if (value === null) return '';
  if (typeof value === 'number') return formatCount(value);
  if (kind === 'date') return formatDate(value);
  return kind === 'month' ? formatMonth(value) : value;
};

const save = async ({ title, columns, rows, today }: ChartFiguresProps): Promise<void> => {
  const { toWorkbook } = await import('../domain/reports/workbook.ts');
  const description = { name: 'chart', title, sheetName: t('chart.sheet'), columns, notes: [], countsRows: false, frozenColumns: 1 };
  saveFile(new Blob([new Uint8Array(toWorkbook({ description, rows, heading: [], issuedOn: today }))]), t('chart.file', { title, date: today.replaceAll('-', '') }));
};

/** What a chart draws, as a table folded away under it and as Excel: both from one description of the columns. */
export const ChartFigures = (props: ChartFiguresProps) => {
  const { columns, rows, title } = props;
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      await save(props);
    } catch (error) {
      notify(toAppError(error).message, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const total = { key: 'total', cells: columns.map((column, at) => <strong key={column.key}>{at === 0 ? t('chart.total') : column.total === true && formatCount(totalOf<ChartRow>(column, rows))}</strong>) };
  return (
    <Box sx={{ position: 'relative', mt: 0.5 }}>
      <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontSize: '0.8125rem', color: 'text.secondary', py: 0.75, width: 'fit-content' } }}>
        <summary>{t('chart.table')}</summary>
        <Box sx={{ maxHeight: '18rem', overflow: 'auto' }}>
          <MiniTable
            head={columns.map((column) => ({ label: column.header, align: alignOf<ChartRow>(column) }))} empty=""
            rows={[...rows.map((row, at) => ({ key: at, cells: columns.map((column) => shown(column, row)) })), ...(columns.some((column) => column.total) ? [total] : [])]}
          />
        </Box>
      </Box>
      <Button data-print="none" disabled={busy || rows.length === 0} aria-label={t('chart.excel_of', { title })} onClick={() => void download()} sx={{ position: 'absolute', top: 0, right: 0 }}>{t('chart.excel')}</Button>
    </Box>
  );
};
