import { Alert, Button, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import type { Password } from './agentData.ts';
import { useSend } from './useForm.ts';

const FIELD = { mt: 1.5, mr: 1.5 } as const;
const SHAPE = /^[\u0021-\u007E]{1,60}$/;

const PasswordDialog = ({ branch, onClose }: { branch: number; onClose: () => void }) => {
  const { saveArrivalPassword } = useActions();
  const [kind, setKind] = useState<'registered' | 'kei'>('registered');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [from, setFrom] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, run } = useSend(
    () => saveArrivalPassword({ branch_id: branch, vehicle_kind: kind, valid_from: from === '' ? null : `${from}:00+09:00`, password }), t('agent.password_saved'), onClose);
  const bad = !SHAPE.test(password);
  const confirm = () => {
    setTried(true);
    if (!bad && password === again) void run();
  };
  return (
    <ConfirmDialog open title={t('agent.password_add')} busy={busy} onConfirm={confirm} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <TextField name="vehicle_kind" select label={t('agent.vehicle')} value={kind} onChange={(event) => setKind(event.target.value === 'kei' ? 'kei' : 'registered')} sx={{ ...FIELD, minWidth: '8rem' }}>
        {['registered', 'kei'].map((code) => <MenuItem key={code} value={code}>{wordOf('vehicle_kind', code)}</MenuItem>)}
      </TextField>
      <TextField name="valid_from" type="datetime-local" label={t('agent.valid_from')} value={from} onChange={(event) => setFrom(event.target.value)} helperText={t('agent.valid_from_hint')} sx={FIELD} slotProps={{ inputLabel: { shrink: true } }} />
      <TextField name="password" type="password" label={t('agent.password')} fullWidth value={password} onChange={(event) => setPassword(event.target.value)} error={tried && bad} helperText={tried && bad ? t('agent.password_bad') : undefined} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { autoComplete: 'new-password' } }} />
      <TextField name="again" type="password" label={t('agent.password_again')} fullWidth value={again} onChange={(event) => setAgain(event.target.value)} error={tried && password !== again} helperText={tried && password !== again ? t('agent.password_differs') : undefined} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { autoComplete: 'new-password' } }} />
    </ConfirmDialog>
  );
};

/** When which 到達番号パスワード was valid, never what it is. */
export const PasswordsCard = ({ branch, mayEdit }: { branch: number; mayEdit: boolean }) => {
  const [open, setOpen] = useState(false);
  const { data = [], error, isPending } = useGetList<Password>('arrival_passwords', { filter: { branch_id: branch }, pagination: { page: 1, perPage: 50 }, sort: { field: 'valid_from', order: 'DESC' } });
  return (
    <SectionCard title={t('agent.passwords')} action={mayEdit && <Button variant="outlined" onClick={() => setOpen(true)}>{t('agent.password_add')}</Button>}>
      {error && <Alert severity="error">{error.message}</Alert>}
      <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('agent.passwords_hint')}</Typography>
      {!isPending && !error && data.length === 0 && <Typography color="text.secondary" sx={{ mt: 1 }}>{t('agent.passwords_none')}</Typography>}
      {data.length > 0 && (
        <Table size="small">
          <TableHead><TableRow>{(['vehicle', 'valid_from', 'valid_to', 'registered_by'] as const).map((name) => <TableCell key={name}>{t(`agent.${name}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {data.map((row) => (
              <TableRow key={row.id}>
                <TableCell>{wordOf('vehicle_kind', row.vehicle_kind)}</TableCell><TableCell>{formatDateTime(row.valid_from)}</TableCell>
                <TableCell>{row.valid_to === null ? t('agent.until_now') : formatDateTime(row.valid_to)}</TableCell><TableCell>{row.created_name}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {open && <PasswordDialog branch={branch} onClose={() => setOpen(false)} />}
    </SectionCard>
  );
};
