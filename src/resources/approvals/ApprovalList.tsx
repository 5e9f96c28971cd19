import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, useNotify, useRecordContext } from 'react-admin';
import { DateTimeCol, DateTimeField, TextCol } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { ja } from '../../i18n/ja.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { actWord, type Approval, whatText } from './approval.ts';
import { DecideDialog, type Decision } from './DecideDialog.tsx';

const STATES = Object.entries(ja.approval.state).map(([id, name]) => ({ id, name }));
const ACTS = Object.entries(ja.approval.act).map(([id, name]) => ({ id, name }));
const TURNS = { pending: 'agent', approved: 'done', rejected: 'trouble', withdrawn: 'ended', expired: 'ended' } as const;

const filters: ListFilter[] = [
  { primary: true, input: <CheckboxFilter source="state" choices={STATES} />, chip: (codes: string[]) => <>{codes.map((code) => wordOf('approval.state', code)).join('、')}</> },
  { primary: true, input: <ChoiceFilter source="act" choices={ACTS} /> },
];

const State = () => {
  const approval = useRecordContext<Approval>();
  return approval === undefined ? null : <StatusBadge label={wordOf('approval.state', approval.state)} turn={TURNS[approval.state]} />;
};
const Act = () => <>{actWord(useRecordContext<Approval>()?.act ?? '')}</>;
const What = () => {
  const approval = useRecordContext<Approval>();
  if (approval === undefined) return null;
  return (
    <Box sx={{ whiteSpace: 'normal', minWidth: { sm: '16rem' } }}>
      {whatText(approval)}
      {approval.reason !== null && <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('approval.note')}：{approval.reason}</Typography>}
      {approval.note !== null && <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('resources.approvals.fields.note')}：{approval.note}</Typography>}
    </Box>
  );
};
const Decided = () => {
  const approval = useRecordContext<Approval>();
  if (!approval?.decided_by_name) return null;
  return <>{t('approval.by_at', { name: approval.decided_by_name, at: dateText(approval.decided_at, true) })}</>;
};

/** What the person may do about a line that waits: decide it, or take the own request back. */
const Buttons = ({ onAsk }: { onAsk: (approval: Approval, decision: Decision) => void }) => {
  const { role, user_id: me } = useProfile();
  const approval = useRecordContext<Approval>();
  if (approval === undefined || approval.state !== 'pending' || !canAccess(role, { resource: 'approvals', action: 'act' })) return null;
  if (approval.requested_by === me) return <Button size="small" color="inherit" title={t('approval.own_hint')} onClick={() => onAsk(approval, 'withdraw')}>{t('approval.withdraw')}</Button>;
  return (
    <Box sx={{ display: 'flex', gap: 0.5 }}>
      <Button size="small" variant="contained" onClick={() => onAsk(approval, 'approve')}>{t('approval.approve')}</Button>
      <Button size="small" color="error" onClick={() => onAsk(approval, 'reject')}>{t('approval.reject')}</Button>
    </Box>
  );
};

const Hint = () => {
  const { settings } = useProfile();
  if (settings['two_person_approval'] !== true) return <Alert severity="info" sx={{ my: 0.5 }}>{t('approval.off')}</Alert>;
  return <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('approval.hint')}</Typography>;
};

/** 承認待ち: what waits for a second person of finance, and what became of earlier requests. */
export const ApprovalList = () => {
  const [asked, setAsked] = useState<{ approval: Approval; decision: Decision } | null>(null);
  const notify = useNotify();
  const buttons = <Buttons onAsk={(approval, decision) => setAsked({ approval, decision })} />;
  return (
    <>
      <OfficeList
        filters={filters} initialFilter={{ state: ['pending'] }} hasCreate={false} above={<Hint />} rowClick={false}
        card={<><Box sx={{ display: 'flex', gap: 1 }}><State /><b><Act /></b></Box><What /><Box><DateTimeField source="requested_at" /></Box>{buttons}</>}
      >
        <DateTimeCol source="requested_at" />
        <DataTable.Col source="act"><Act /></DataTable.Col>
        <DataTable.Col source="about" disableSort><What /></DataTable.Col>
        <TextCol source="requested_by_name" />
        <DateTimeCol source="expires_at" />
        <DataTable.Col source="state"><State /></DataTable.Col>
        <DataTable.Col source="decided_at" label={t('approval.decided')}><Decided /></DataTable.Col>
        <DataTable.Col source="payload" label="" disableSort>{buttons}</DataTable.Col>
      </OfficeList>
      {asked !== null && (
        <DecideDialog {...asked} onClose={() => setAsked(null)} onDone={(message) => { setAsked(null); notify(message, { type: 'success' }); }} />
      )}
    </>
  );
};
