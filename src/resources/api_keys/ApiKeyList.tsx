import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, useGetMany, useNotify, useRecordContext, useRefresh, type RaRecord } from 'react-admin';
import specification from '../../../docs/requests.md?url';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { CodeCol, CodeField, DateTimeCol, DateTimeField, TextCol } from '../../components/fields.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { ApiKeyDialog } from './ApiKeyDialog.tsx';

type ApiKey = RaRecord & { name: string; user_id: string; may_send: boolean; revoked_at: string | null; last_used_at: string | null };

const State = () => {
  const revoked = useRecordContext<ApiKey>()?.revoked_at != null;
  return <StatusBadge label={t(revoked ? 'api_key.ended' : 'api_key.active')} turn={revoked ? 'ended' : 'done'} />;
};
const Sends = () => <span>{t(useRecordContext<ApiKey>()?.may_send === true ? 'api_key.send_yes' : 'api_key.send_no')}</span>;
/** An administrator of head office does not read every person's name of a company: then the field stays empty. */
const PersonName = () => {
  const record = useRecordContext<ApiKey>();
  const { data = [] } = useGetMany('members', { ids: record === undefined ? [] : [record.user_id] });
  return <span>{String(data[0]?.['display_name'] ?? '')}</span>;
};
const LastUse = () => {
  const used = useRecordContext<ApiKey>()?.last_used_at ?? null;
  return used === null ? <span>{t('api_key.never')}</span> : <DateTimeField source="last_used_at" />;
};

const Revoke = () => {
  const record = useRecordContext<ApiKey>();
  const { role } = useProfile();
  const actions = useActions();
  const notify = useNotify();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  if (record === undefined || record.revoked_at !== null || !canAccess(role, { resource: 'api_keys', action: 'delete' })) return null;
  const revoke = async () => {
    setAsking(false);
    await actions.rpc('revoke_api_key', { p_id: record.id }).then(
      () => notify(t('api_key.revoked'), { type: 'success' }), (error: unknown) => notify(toAppError(error).message, { type: 'error' }));
    refresh();
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setAsking(true)}>{t('api_key.revoke')}</Button>
      <ConfirmDialog open={asking} title={t('api_key.revoke_title', { name: record.name })} danger confirmLabel={t('api_key.revoke')} focusConfirm onConfirm={() => void revoke()} onClose={() => setAsking(false)}>
        <Typography>{t('api_key.revoke_text')}</Typography>
      </ConfirmDialog>
    </>
  );
};

const card = (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}><Box component="strong"><CodeField source="name" /></Box><State /></Box>
    <Box><CodeField source="prefix" />… <PersonName />（<Sends />）</Box>
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}><LastUse /><Revoke /></Box>
  </Box>
);

/** APIキー: keys of the company's own software (docs/requests.md). */
export const ApiKeyList = () => {
  const { role } = useProfile();
  const refresh = useRefresh();
  const [making, setMaking] = useState(false);
  const mayMake = canAccess(role, { resource: 'api_keys', action: 'create' });
  return (
    <>
      <OfficeList
        card={card} hasCreate={false} rowClick={false} above={<Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('api_key.explain')}<Link href={specification} download="requests.md">{t('api_key.docs')}</Link></Typography>}
        actions={mayMake && <Button variant="contained" onClick={() => setMaking(true)}>{t('api_key.create')}</Button>}
      >
        <TextCol source="name" disableSort />
        <CodeCol source="prefix" disableSort />
        <DataTable.Col source="user_id" disableSort><PersonName /></DataTable.Col>
        <DataTable.Col source="may_send" disableSort><Sends /></DataTable.Col>
        <DataTable.Col source="state" disableSort><State /></DataTable.Col>
        <DataTable.Col source="last_used_at" disableSort><LastUse /></DataTable.Col>
        <DateTimeCol source="created_at" disableSort />
        <TextCol source="created_name" disableSort />
        <DateTimeCol source="revoked_at" disableSort />
        <DataTable.Col source="id" label=" " disableSort><Revoke /></DataTable.Col>
      </OfficeList>
      {making && <ApiKeyDialog onMade={refresh} onClose={() => setMaking(false)} />}
    </>
  );
};
