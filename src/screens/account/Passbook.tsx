import { Box, Chip, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { type Movement, sumsOf } from './movements.ts';

const COLORS = { drawn: 'success', failed: 'error', planned: 'info' } as const;
const bold = { color: 'text.primary', fontWeight: 700, fontSize: '0.8125rem' } as const;

const Line = ({ row, first }: { row: Movement; first: boolean }) => (
  <TableRow>
    <TableCell sx={{ whiteSpace: 'nowrap' }}>{first ? dateText(row.day) : ''}</TableCell>
    <TableCell>{t(`account.kind.${row.kind}`)}<Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>　{t('format.count', { count: row.count })}</Box></TableCell>
    <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{t('format.count', { count: row.count })}</TableCell>
    <TableCell align="right"><Money amount={row.amount} /></TableCell>
    <TableCell><Chip size="small" variant="outlined" color={COLORS[row.state]} label={t(`account.word.${row.state}`)} /></TableCell>
  </TableRow>
);

/** Day by day what was drawn and will be drawn, with the sums of both. */
export const Passbook = ({ rows }: { rows: Movement[] }) => {
  const { drawn, planned } = sumsOf(rows);
  if (rows.length === 0) return <SectionCard><Typography color="text.secondary">{t('account.none')}</Typography></SectionCard>;
  return (
    <SectionCard>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('account.day')}</TableCell><TableCell>{t('account.what')}</TableCell><TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{t('account.count')}</TableCell>
            <TableCell align="right">{t('account.drawn')}</TableCell><TableCell>{t('account.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>{rows.map((row, at) => <Line key={`${row.day}${row.kind}${row.state}`} row={row} first={rows[at - 1]?.day !== row.day} />)}</TableBody>
        <TableFooter>
          {([['drawn', drawn], ['planned', planned]] as const).map(([word, sum]) => (
            <TableRow key={word}>
              <TableCell sx={bold} colSpan={2}>{t('account.sum')}　{t(`account.${word}`)}</TableCell><TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }} />
              <TableCell sx={bold} align="right"><Money amount={sum} /></TableCell><TableCell />
            </TableRow>
          ))}
        </TableFooter>
      </Table>
    </SectionCard>
  );
};
