import { Box, Chip, type ChipProps } from '@mui/material';
import { Link } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import type { DayState, DebitRow } from './debitData.ts';

const COLORS: Record<DayState, ChipProps['color']> = { not_closed: 'default', open: 'warning', made: 'info', waiting: 'warning', settled: 'success' };

/** How far a debit day is: its word, and a colour beside it. */
export const DayStateChip = ({ state }: { state: DayState }) => <Chip size="small" variant="outlined" color={COLORS[state] ?? 'default'} label={t(`debit.day_state.${state}`)} />;

/** Code and name of a company, leading to its page. */
export const Company = ({ id, code, name }: { id: number; code: string; name: string }) => (
  <Link to={`/requesters/${id}/show`}>{code}　{name}</Link>
);

/** Bank, branch and the last three digits (docs/decisions.md D-29). */
export const AccountWords = ({ row: { bank_name, branch_name, masked_number } }: { row: Pick<DebitRow, 'bank_name' | 'branch_name' | 'masked_number'> }) => (
  <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{masked_number === null ? t('debit.no_account') : `${bank_name ?? ''} ${branch_name ?? ''} ${masked_number}`}</Box>
);

/** A branch by code and place; its whole name in the tooltip, so that a table of nine columns fits the screen. */
export const BranchWords = ({ code, name }: { code: string; name: string }) => (
  <Box component="span" title={name}>{code} {name.replace(/(地方)?自動車整備振興会$/, '')}</Box>
);
