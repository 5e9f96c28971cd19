import type { ReactNode } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { accountOn, type Statement } from './statement.ts';

type Account = RaRecord<number> & { valid_from: string; bank_name: string; branch_name: string; masked_number: string };

/** Whoever may read accounts (docs/decisions.md D-29); for 支部担当者 the line is left out, not wrong. */
const READERS = ['hq_admin', 'hq_finance', 'hq_viewer', 'branch_admin', 'requester_admin'];

/** Bank, branch and last three digits of the account that will be debited, or 口座登録中. Nothing where nothing is debited. */
export const DebitAccount = ({ statement: { requester_id, debit_on }, children }: { statement: Statement; children: (words: string) => ReactNode }) => {
  const reads = READERS.includes(useProfile().role) && debit_on !== null;
  const { data } = useGetList<Account>('debit_accounts', { filter: { requester_id }, pagination: { page: 1, perPage: 50 }, sort: { field: 'valid_from', order: 'DESC' } }, { enabled: reads });
  if (!reads || debit_on === null || data === undefined) return null;
  const account = accountOn(data, debit_on);
  return children(account === undefined ? t('statement.account_pending') : `${account.bank_name} ${account.branch_name} ${account.masked_number}`);
};
