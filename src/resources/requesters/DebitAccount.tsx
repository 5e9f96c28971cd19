import { Typography } from '@mui/material';
import { useGetList, useRecordContext } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

/** Who the policy of `debit_accounts` shows the account to (docs/decisions.md D-29). */
export const mayReadAccounts = (me: { role: string; branch: { id: number } | null }, homeBranchId: unknown): boolean =>
  ['hq_admin', 'hq_finance', 'hq_viewer', 'requester_admin'].includes(me.role) || (me.role === 'branch_admin' && me.branch?.id === homeBranchId);

/** 金融機関: accounts by 有効開始日, the number masked to its last three digits. */
const Accounts = ({ requesterId }: { requesterId: number }) => {
  const { data = [], isPending, error } = useGetList('debit_accounts', { filter: { requester_id: requesterId }, pagination: { page: 1, perPage: 20 }, sort: { field: 'valid_from', order: 'DESC' } });
  const rows = data.map((account) => ({
    key: account.id,
    cells: [
      `${account['bank_code']} ${account['bank_name']}`, `${account['branch_code']} ${account['branch_name']}`,
      account['account_type'] === 'checking' ? t('directory.account_checking') : t('directory.account_ordinary'), String(account['masked_number']), dateText(String(account['valid_from'])),
    ],
  }));
  return (
    <SectionCard title={t('directory.section.debit')}>
      <MiniTable
        head={[{ label: t('directory.bank') }, { label: t('directory.bank_branch') }, { label: t('directory.account_type') }, { label: t('directory.account_number') }, { label: t('directory.valid_from'), align: 'center' }]}
        rows={rows} empty={t('directory.debit_none')} isPending={isPending} error={error}
      />
      {rows.length > 0 && <Typography color="text.secondary" sx={{ fontSize: '0.75rem', mt: 0.5 }}>{t('directory.debit_masked')}</Typography>}
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
