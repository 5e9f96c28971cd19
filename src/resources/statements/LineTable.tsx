import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { t } from '../../i18n/translate.ts';
import type { StatementLine } from './statement.ts';

const nameOf = ({ label, vehicle_kind }: StatementLine): string =>
  vehicle_kind === null ? label : `${label}${t(vehicle_kind === 'kei' ? 'statement.kind_kei' : 'statement.kind_registered')}`;

/** One block of a statement: its lines and the sums under them. */
export const LineTable = ({ title, lines, sums }: { title: string; lines: StatementLine[]; sums: [label: string, amount: number][] }) => (
  <Box component="section" aria-label={title} sx={{ mb: 2 }}>
    <Typography component="h3" sx={{ fontWeight: 700, mb: 0.5 }}>{title}</Typography>
    <Table size="small" sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('statement.content')}</TableCell><TableCell align="right" sx={{ width: '14%' }}>{t('statement.quantity')}</TableCell>
          <TableCell align="right" sx={{ width: '19%' }}>{t('statement.unit_price')}</TableCell><TableCell align="right" sx={{ width: '22%' }}>{t('statement.amount')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.length === 0 && <TableRow><TableCell colSpan={4} sx={{ color: 'text.secondary' }}>{t('statement.none')}</TableCell></TableRow>}
        {lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell>{nameOf(line)}</TableCell><TableCell align="right">{line.quantity.toLocaleString('ja-JP')}</TableCell>
            <TableCell align="right"><Money amount={line.unit_price} /></TableCell><TableCell align="right"><Money amount={line.amount} /></TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        {sums.map(([label, amount]) => (
          <TableRow key={label}>
            <TableCell colSpan={3} align="right" sx={{ color: 'text.primary', fontSize: '0.8125rem' }}>{label}</TableCell>
            <TableCell align="right" sx={{ color: 'text.primary', fontSize: '0.8125rem', fontWeight: 700 }}><Money amount={amount} /></TableCell>
          </TableRow>
        ))}
      </TableFooter>
    </Table>
  </Box>
);
