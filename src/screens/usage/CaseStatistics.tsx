import { useQuery } from '@tanstack/react-query';
import { Alert, Box, MenuItem, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { monthEnd } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

/** A row of rpc `case_statistics`. */
type StatisticsRow = { site_id: number; site_code: string | null; site_name: string | null; requester_name: string | null; vehicle_kind: 'registered' | 'kei'; counts: Record<string, number>; total: number };

const MAX_ROWS = 200;
const STICK = { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1, minWidth: '7.5rem' } as const;

/** The list that shows exactly the cases of a cell. */
const listOf = (row: StatisticsRow, period: { from: string; to: string }, status?: string): string =>
  `/applications?filter=${encodeURIComponent(JSON.stringify({ site_id: row.site_id, vehicle_kind: row.vehicle_kind, requested_at: period, ...(status === undefined ? {} : { filing_status: [status] }) }))}`;

const siteName = (row: StatisticsRow, showOwner: boolean): string => [showOwner ? row.requester_name : null, row.site_code, row.site_name].filter(Boolean).join(' ');

type GridProps = { rows: StatisticsRow[]; period: { from: string; to: string } };

/** Sites and kinds down, statuses across; each count leads to its cases. */
const Grid = ({ rows, period }: GridProps) => {
  const showOwner = reachOf(useProfile().role) !== 'garage';
  const shown = useStatuses('filing_statuses').choices().filter(({ id }) => rows.some(({ counts }) => (counts[id] ?? 0) > 0));
  const sum = (status: string) => rows.reduce((total, { counts }) => total + (counts[status] ?? 0), 0);
  const cell = (row: StatisticsRow, status: { id: string; name: string }) => {
    const count = row.counts[status.id] ?? 0;
    if (count === 0) return '';
    return <Link to={listOf(row, period, status.id)} aria-label={t('statistics.cell', { site: siteName(row, false), status: status.name, count })}>{count.toLocaleString('ja-JP')}</Link>;
  };
  return (
    <Box sx={{ overflowX: 'auto', maxHeight: '28rem' }}>
      <Table size="small" stickyHeader>
        <TableHead><TableRow><TableCell sx={STICK}>{t('statistics.site')}</TableCell><TableCell>{t('statistics.kind')}</TableCell>{shown.map(({ id, name }) => <TableCell key={id} align="right">{name}</TableCell>)}<TableCell align="right">{t('statistics.total')}</TableCell></TableRow></TableHead>
        <TableBody>
          {rows.slice(0, MAX_ROWS).map((row) => (
            <TableRow key={`${row.site_id} ${row.vehicle_kind}`} hover>
              <TableCell component="th" scope="row" sx={STICK}>{siteName(row, showOwner)}</TableCell><TableCell sx={{ whiteSpace: 'nowrap' }}>{wordOf('vehicle_kind', row.vehicle_kind)}</TableCell>
              {shown.map((status) => <TableCell key={status.id} align="right">{cell(row, status)}</TableCell>)}
              <TableCell align="right"><Link to={listOf(row, period)}>{row.total.toLocaleString('ja-JP')}</Link></TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter><TableRow sx={{ '& td': { color: 'text.primary', fontWeight: 700 } }}><TableCell sx={STICK}>{t('statistics.all')}</TableCell><TableCell />{shown.map(({ id }) => <TableCell key={id} align="right">{sum(id).toLocaleString('ja-JP')}</TableCell>)}<TableCell align="right">{rows.reduce((total, row) => total + row.total, 0).toLocaleString('ja-JP')}</TableCell></TableRow></TableFooter>
      </Table>
      {rows.length > MAX_ROWS && <Typography color="text.secondary">{t('statistics.more', { count: rows.length - MAX_ROWS })}</Typography>}
    </Box>
  );
};

/** 申請データ統計検索: requests of a month by site, kind and 申請ステータス, with the way to each list (docs/decisions.md D-33a). */
export const CaseStatistics = () => {
  const { read } = useActions();
  const { today } = useProfile();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [kind, setKind] = useState('');
  const period = { from: `${month}-01`, to: monthEnd(`${month}-01`) };
  const query = useQuery({ queryKey: ['case_statistics', month, kind], enabled: /^\d{4}-\d{2}$/.test(month), queryFn: () => read<{ rows: StatisticsRow[] }>('case_statistics', { p_from: period.from, p_to: period.to, p_vehicle_kind: kind || null }) });
  return (
    <SectionCard title={t('statistics.title')}>
      <Box role="search" aria-label={t('statistics.title')} data-print="none" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        <TextField type="month" label={t('statistics.month')} value={month} onChange={(event) => setMonth(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today.slice(0, 7) } }} />
        <TextField select label={t('statistics.kind')} value={kind} onChange={(event) => setKind(event.target.value)} sx={{ minWidth: '8rem' }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{t('statistics.all_kinds')}</MenuItem><MenuItem value="registered">{t('vehicle_kind.registered')}</MenuItem><MenuItem value="kei">{t('vehicle_kind.kei')}</MenuItem>
        </TextField>
      </Box>
      {query.error && <Alert severity="error">{toAppError(query.error).message}</Alert>}
      {query.data?.rows.length === 0 && <Typography color="text.secondary" role="status">{t('statistics.none')}</Typography>}
      {query.data !== undefined && query.data.rows.length > 0 && <Grid rows={query.data.rows} period={period} />}
      <Typography color="text.secondary" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>{t('statistics.note')}</Typography>
    </SectionCard>
  );
};
