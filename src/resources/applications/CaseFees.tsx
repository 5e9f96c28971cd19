import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t, translate } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { FEE_KINDS, isUrgent, payerOf, type Case, type Fee, type FeeKind } from './case.ts';
import { feeName } from './historyText.ts';

const COLUMNS = ['fee_kind', 'amount', 'status', 'paid_on', 'due_on'] as const;

/** A fee that the portal has not named yet. */
const unknownFee = (kind: FeeKind) => ({ fee_kind: kind, amount: null, status: 'unknown', paid_on: null, due_on: null } as const);

/** 納付情報: one line a fee, always all three, as the portal shows it (docs/domain.md §2.10); `compact` leaves out who pays. */
export const CaseFees = ({ record, fees, compact = false }: { record: Case; fees: Fee[]; compact?: boolean }) => {
  const { today } = useProfile();
  if (fees.length === 0 && record.acceptance_no === null) return <Typography color="text.secondary">{t('case.fee_empty')}</Typography>;
  const late = (fee: Pick<Fee, 'due_on'> & { status: string }) => record.outcome === 'open' && fee.due_on !== null && (fee.status === 'due' || fee.status === 'failed') && isUrgent(fee.due_on, today);
  return (
    <Box sx={{ overflowX: 'auto', '& td, & th': { whiteSpace: compact ? 'normal' : 'nowrap', px: compact ? 0.5 : 1 } }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => <TableCell key={column} align={column === 'amount' ? 'right' : 'left'}>{translate(`resources.fee_payments.fields.${column}`)}</TableCell>)}
            {!compact && <TableCell>{t('case.payer')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {FEE_KINDS.map((kind) => fees.find(({ fee_kind }) => fee_kind === kind) ?? unknownFee(kind)).map((fee) => (
            <TableRow key={fee.fee_kind}>
              <TableCell>{feeName(fee.fee_kind, record.vehicle_kind)}</TableCell>
              <TableCell align="right"><Money amount={fee.amount} /></TableCell>
              <TableCell sx={fee.status === 'failed' ? { color: 'error.main', fontWeight: 700 } : {}}>{fee.status === 'unknown' ? t('case.fee_unknown') : wordOf('fee_status', fee.status)}</TableCell>
              <TableCell>{dateText(fee.paid_on)}</TableCell>
              <TableCell sx={late(fee) ? { color: 'error.main', fontWeight: 700 } : {}}>{dateText(fee.due_on)}</TableCell>
              {!compact && <TableCell>{fee.status === 'waived' ? '' : t(`case.fee_${payerOf(record, fee.fee_kind)}`)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
