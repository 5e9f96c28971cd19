import { Typography } from '@mui/material';
import { useGetList, useRecordContext, type RaRecord } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

/** Who the policy of `debit_accounts` shows the account to (docs/decisions.md D-29). */
export const mayReadAccounts = (me: { role: string; branch: { id: number } | null }, homeBranchId: unknown): boolean =>
  ['hq_admin', 'hq_finance', 'hq_viewer', 'requester_admin'].includes(me.role) || (me.role === 'branch_admin' && me.branch?.id === homeBranchId);

/** Full numbers and holders, for the two roles that may read them. */
const useNumbers = (requesterId: number, allowed: boolean) => {
  const page = { filter: { requester_id: requesterId }, pagination: { page: 1, perPage: 20 }, sort: { field: 'account_id', order: 'ASC' } } as const;
  const { data = [] } = useGetList('debit_account_numbers', page, { enabled: allowed });
  return (id: unknown): RaRecord | undefined => data.find((number) => number['account_id'] === id);
};

/** 金融機関: accounts by 有効開始日; the number is masked to its last three digits but for 本部経理 and the company's administrator. */
const Accounts = ({ requesterId }: { requesterId: number }) => {
  const { role } = useProfile();
  const full = role === 'hq_finance' || role === 'requester_admin';
  const numberOf = useNumbers(requesterId, full);
  const { data = [], isPending, error } = useGetList('debit_accounts', { filter: { requester_id: requesterId }, pagination: { page: 1, perPage: 20 }, sort: { field: 'valid_from', order: 'DESC' } });
  const rows = data.map((account) => ({
    key: account.id,
    cells: [
      `${account['bank_code']} ${account['bank_name']}`, `${account['branch_code']} ${account['branch_name']}`,
      account['account_type'] === 'checking' ? t('directory.account_checking') : t('directory.account_ordinary'), String(numberOf(account.id)?.['account_number'] ?? account['masked_number']),
      ...(full ? [String(numberOf(account.id)?.['holder_kana'] ?? '')] : []), dateText(String(account['valid_from'])),
    ],
  }));
  return (
    <SectionCard title={t('directory.section.debit')}>
      <MiniTable
        head={[{ label: t('directory.bank') }, { label: t('directory.bank_branch') }, { label: t('directory.account_type') }, { label: t('directory.account_number') }, ...(full ? [{ label: t('directory.holder') }] : []), { label: t('directory.valid_from'), align: 'center' }]}
        rows={rows} empty={t('directory.debit_none')} isPending={isPending} error={error}
      />
      {rows.length > 0 && !full && <Typography color="text.secondary" sx={{ fontSize: '0.75rem', mt: 0.5 }}>{t('directory.debit_masked')}</Typography>}
    </SectionCard>
  );
};

/** The account of the company at hand, for those who may see it. */
export const DebitAccount = () => {
  const requester = useRecordContext();
  const me = useProfile();
  if (requester === undefined || !mayReadAccounts(me, requester['branch_id'])) return null;
  return <Accounts requesterId={Number(requester.id)} />;
};
