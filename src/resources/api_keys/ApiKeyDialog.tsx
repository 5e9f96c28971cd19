import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify, type RaRecord } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { wordOf } from '../../components/values.ts';
import { t, translate } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type Person = RaRecord & { login_id: string | null; display_name: string; role: string; disabled_at: string | null };

const field = (name: string): string => translate(`resources.api_keys.fields.${name}`);

/** The key, this once. */
const Made = ({ apiKey, onClose }: { apiKey: string; onClose: () => void }) => {
  const notify = useNotify();
  const copy = () => void navigator.clipboard.writeText(apiKey).then(() => notify(t('api_key.copied'), { type: 'success' }));
  return (
    <ConfirmDialog open title={t('api_key.made_title')} confirmLabel={t('api_key.close')} onConfirm={onClose} onClose={onClose}>
      <Alert severity="warning" sx={{ mb: 1 }}>{t('api_key.made')}</Alert>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box component="output" sx={{ flex: 1, fontFamily: '"Cascadia Mono", Consolas, "Liberation Mono", monospace', overflowWrap: 'anywhere', border: 1, borderColor: 'divider', borderRadius: 1, p: 1 }}>{apiKey}</Box>
        <Button variant="outlined" onClick={copy}>{t('api_key.copy')}</Button>
      </Box>
    </ConfirmDialog>
  );
};

/** APIキーを作る: a name, the 担当者 in whose name the software works, and whether it may send. */
export const ApiKeyDialog = ({ onMade, onClose }: { onMade: () => void; onClose: () => void }) => {
  const actions = useActions();
  const { data: people = [] } = useGetList<Person>('members', { pagination: { page: 1, perPage: 200 }, sort: { field: 'login_id', order: 'ASC' } });
  const workers = people.filter(({ role, disabled_at: disabled }) => (role === 'submitter' || role === 'preparer') && disabled === null);
  const [name, setName] = useState('');
  const [person, setPerson] = useState('');
  const [maySend, setMaySend] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const [made, setMade] = useState('');
  if (made !== '') return <Made apiKey={made} onClose={onClose} />;

  const sender = workers.find(({ id }) => id === person)?.role === 'submitter';
  const make = async () => {
    setBusy(true);
    setFailure('');
    try {
      const { key } = await actions.rpc<{ key: string }>('make_api_key', { p: { name, user_id: person, may_send: maySend && sender } });
      onMade();
      setMade(key);
    } catch (error) {
      setFailure(toAppError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog open title={t('api_key.create')} busy={busy} disabled={name.trim() === '' || person === ''} onConfirm={() => void make()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography sx={{ mb: 1 }}>{t('api_key.explain')}</Typography>
      <TextField label={field('name')} value={name} onChange={(event) => setName(event.target.value)} fullWidth required autoFocus slotProps={{ htmlInput: { maxLength: 40 } }} />
      <TextField select label={t('api_key.person')} value={person} onChange={(event) => setPerson(event.target.value)} fullWidth required>
        {workers.map((worker) => <MenuItem key={worker.id} value={String(worker.id)}>{`${worker.login_id ?? ''} ${worker.display_name}（${wordOf('role', worker.role)}）`}</MenuItem>)}
      </TextField>
      <FormControlLabel control={<Checkbox checked={maySend && sender} disabled={!sender} onChange={(_, on) => setMaySend(on)} />} label={t('api_key.may_send')} />
      <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('api_key.may_send_hint')}</Typography>
    </ConfirmDialog>
  );
};
