import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { firstDifference, OFFICE_FIELDS, PAYMENT_FORMS, type Office } from './agentData.ts';
import { useSend } from './useForm.ts';

const OfficeDialog = ({ office, onClose }: { office: Office; onClose: () => void }) => {
  const { rpc } = useActions();
  const [form, setForm] = useState(() => Object.fromEntries(OFFICE_FIELDS.map((name) => [name, office[name] ?? ''])));
  const changed = Object.fromEntries(OFFICE_FIELDS.filter((name) => (form[name] ?? '') !== (office[name] ?? '')).map((name) => [name, form[name] === '' ? null : form[name]]));
  const { busy, failure, run } = useSend(() => rpc('save_agent_office', { p: { branch_id: office.branch_id, version: office.version, ...changed } }), t('agent.saved'), onClose);
  return (
    <ConfirmDialog open title={t('agent.accounts_edit')} busy={busy} disabled={Object.keys(changed).length === 0} onConfirm={() => void run()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      {OFFICE_FIELDS.map((name) => (
        <TextField
          key={name} name={name} label={t(`agent.${name}`)} fullWidth value={form[name] ?? ''} select={name.endsWith('_payment')} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
          onChange={(event) => setForm((before) => ({ ...before, [name]: event.target.value }))}
        >
          {name.endsWith('_payment') ? PAYMENT_FORMS.map((code) => <MenuItem key={code} value={code}>{wordOf('payment_form', code)}</MenuItem>) : null}
        </TextField>
      ))}
    </ConfirmDialog>
  );
};

/** Whether the two names are the same to the character, and where they part. */
const Comparison = ({ office }: { office: Office }) => {
  if (office.kei_pickup_name === null || office.kei_pickup_filed === null) return <Alert severity="warning">{t('agent.pickup_missing')}</Alert>;
  const difference = firstDifference(office.kei_pickup_name, office.kei_pickup_filed);
  return difference === undefined ? <Alert severity="success">{t('agent.pickup_same')}</Alert> : <Alert severity="error">{t('agent.pickup_differs', difference)}</Alert>;
};

/** 軽証明書等管理業者名 with its comparison (F-39), and 一括利用者アカウント. */
export const OfficeCard = ({ branch, mayEdit }: { branch: number; mayEdit: boolean }) => {
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { data: [office] = [], error } = useGetList<Office>('agent_offices', { filter: { branch_id: branch }, pagination: { page: 1, perPage: 1 }, sort: { field: 'branch_id', order: 'ASC' } });
  const copy = async () => {
    await navigator.clipboard.writeText(office?.kei_pickup_name ?? '');
    notify(t('agent.copied'), { type: 'info' });
  };
  return (
    <SectionCard title={`${t('agent.pickup')}・${t('agent.accounts')}`} action={mayEdit && office && <Button variant="outlined" onClick={() => setOpen(true)}>{t('agent.accounts_edit')}</Button>}>
      {error && <Alert severity="error">{error.message}</Alert>}
      {office && (
        <>
          <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('agent.pickup_hint')}</Typography>
          <DescriptionList columns={1}>
            <DescriptionItem label={t('agent.kei_pickup_name')}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}><code>{office.kei_pickup_name ?? t('format.none')}</code>{office.kei_pickup_name !== null && <Button size="small" onClick={() => void copy()}>{t('agent.copy')}</Button>}</Box>
            </DescriptionItem>
            <DescriptionItem label={t('agent.kei_pickup_filed')}><code>{office.kei_pickup_filed ?? t('format.none')}</code></DescriptionItem>
          </DescriptionList>
          <Box sx={{ my: 1 }}><Comparison office={office} /></Box>
          <DescriptionList>
            {OFFICE_FIELDS.slice(2).map((name) => <DescriptionItem key={name} label={t(`agent.${name}`)}>{name.endsWith('_payment') ? wordOf('payment_form', office[name]) : office[name] ?? t('format.none')}</DescriptionItem>)}
          </DescriptionList>
        </>
      )}
      {open && office && <OfficeDialog office={office} onClose={() => setOpen(false)} />}
    </SectionCard>
  );
};
