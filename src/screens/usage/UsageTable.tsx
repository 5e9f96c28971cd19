import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { countOf, grandTotal, monthTotals, type UsageGroup, type UsageLine } from './usageTable.ts';

const number = (count: number): string => count.toLocaleString('ja-JP');
const monthLabel = (month: string): string => t('usage.month_short', { month: Number(month.slice(5, 7)) });

/** The first column stays while the months scroll sideways. */
const stick = { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1 } as const;

/** Which cases a line stands for, in the list of cases. */
const FILTERS: Partial<Record<UsageGroup, string>> = { company: 'requester_id', site: 'site_id' };

const Name = ({ line, group, linked }: { line: UsageLine; group: UsageGroup; linked: boolean }) => {
  const name = `${line.code} ${line.name}`;
  const filter = FILTERS[group];
  return (
    <>
      {linked && filter !== undefined
        ? <Link to={`/applications?filter=${encodeURIComponent(JSON.stringify({ [filter]: line.id }))}`} title={t('usage.cases')}>{name}</Link> : name}
      {line.owner_name !== null && <Typography component="div" noWrap sx={{ fontSize: '0.75rem', maxWidth: '20rem' }} color="text.secondary">{line.owner_code} {line.owner_name}</Typography>}
    </>
  );
};

/** Counts by line and month with the sums of both. A garage sees no company beside its own sites. */
export const UsageTable = ({ rows, months, group, linked, showOwner }: { rows: UsageLine[]; months: string[]; group: UsageGroup; linked: boolean; showOwner: boolean }) => {
  const totals = monthTotals(rows, months);
  const all = grandTotal(rows);
  return (
    <Box sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={stick}>{t(`usage.head_${group}`)}</TableCell>
            {months.map((month) => <TableCell key={month} align="right">{monthLabel(month)}</TableCell>)}
            <TableCell align="right">{t('usage.total')}</TableCell><TableCell align="right">{t('usage.share')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((line) => (
            <TableRow key={line.id} hover>
              <TableCell component="th" scope="row" sx={{ ...stick, minWidth: '9rem' }}><Name line={showOwner ? line : { ...line, owner_name: null }} group={group} linked={linked} /></TableCell>
              {months.map((month) => <TableCell key={month} align="right">{number(countOf(line, month))}</TableCell>)}
              <TableCell align="right" sx={{ fontWeight: 700 }}>{number(line.total)}</TableCell>
              <TableCell align="right">{`${((line.total / all) * 100).toFixed(1)}%`}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& .MuiTableCell-root': { color: 'text.primary', fontSize: '0.8125rem', fontWeight: 700, borderTop: 2, borderColor: 'divider' } }}>
            <TableCell sx={stick}>{t('usage.all')}</TableCell>
            {totals.map((total, at) => <TableCell key={months[at]} align="right">{number(total)}</TableCell>)}
            <TableCell align="right">{number(all)}</TableCell><TableCell align="right">100%</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </Box>
  );
};
