import { Alert, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { RecordContextProvider, ResourceContextProvider } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Case } from './case.ts';
import { useVehicleUser, type VehicleUserRow } from './useCaseParts.ts';

const UserFacts = ({ user }: { user: Partial<VehicleUserRow> }) => (
  <ResourceContextProvider value="application_vehicle_users">
    <RecordContextProvider value={user}>
      <DescriptionList>
        <DescriptionItem source="ownership">{wordOf('ownership', user.ownership)}</DescriptionItem>
        <DescriptionItem source="name" />
        <DescriptionItem source="representative" />
        <DescriptionItem source="address_1" />
        <DescriptionItem source="address_2" />
      </DescriptionList>
    </RecordContextProvider>
  </ResourceContextProvider>
);

/** 本部管理者 reads 使用者 only with a reason; the database logs the reading (docs/decisions.md D-8b). */
const UserByReason = ({ record }: { record: Case }) => {
  const { read } = useActions();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [user, setUser] = useState<VehicleUserRow | null>();
  const [failure, setFailure] = useState('');
  const ask = async () => {
    try {
      setUser(await read<VehicleUserRow | null>('read_vehicle_user', { p_application_id: record.id, p_reason: reason }));
      setOpen(false);
    } catch (error) {
      setFailure(toAppError(error).message);
    }
  };
  if (user === null) return <Typography color="text.secondary">{t('case.user_empty')}</Typography>;
  if (user !== undefined) return <UserFacts user={user} />;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>{t('case.user_read')}</Button>
      <ConfirmDialog open={open} title={t('case.user_read')} disabled={reason.trim() === ''} onConfirm={() => void ask()} onClose={() => setOpen(false)}>
        {failure !== '' && <Alert severity="error">{failure}</Alert>}
        <TextField autoFocus fullWidth required label={t('case.user_reason')} helperText={t('case.user_reason_hint')} value={reason} onChange={(event) => setReason(event.target.value)} />
      </ConfirmDialog>
    </>
  );
};

/** 使用者, where the policy shows it: the company and the agent branch. */
export const CaseUser = ({ record }: { record: Case }) => {
  const { role, branch } = useProfile();
  const hq = role.startsWith('hq_');
  // The profile of a garage names its home branch, which says nothing here.
  const hidden = hq || (reachOf(role) === 'branch' && branch?.id !== record.agent_branch_id);
  const { user, isPending } = useVehicleUser(record.id, !hidden);
  if (role === 'hq_admin') return <UserByReason key={record.id} record={record} />;
  if (hidden) return <Typography color="text.secondary">{t('case.user_hidden')}</Typography>;
  if (isPending) return null;
  return user === undefined ? <Typography color="text.secondary">{t('case.user_empty')}</Typography> : <UserFacts user={user} />;
};
