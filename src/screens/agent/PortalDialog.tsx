import { Alert, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { jstWallClock } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { caseName, type Case, type Fee } from '../../resources/applications/case.ts';
import { feeName } from '../../resources/applications/historyText.ts';
import { useCaseAct } from '../../resources/applications/useCaseAct.ts';

const TEXTS = ['oss_status_raw', 'resume_status_raw', 'record_agent_name', 'issue_judgement', 'filing_office'] as const;
const FLAGS = ['message_flag', 'notice_flag', 'due_notice_flag', 'inspection_fee_waived', 'tech_fee_waived'] as const;
/** 取得済, 未取得, or empty as long as nobody has looked. */
const FOUND = ['hotekisho_obtained', 'liability_obtained'] as const;
const FIELD = { mt: 1.5, mr: 1.5, minWidth: '12rem' } as const;
type Form = Record<string, string | boolean>;

const formOf = (record: Case, fees: Fee[]): Form => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, typeof record[name] === 'string' ? record[name] : ''])),
  ...Object.fromEntries(FLAGS.map((name) => [name, record[name] === true])),
  ...Object.fromEntries(FOUND.map((name) => [name, typeof record[name] === 'boolean' ? String(record[name]) : ''])),
  issue_ready_on: typeof record['issue_ready_on'] === 'string' ? record['issue_ready_on'] : '',
  review_requested_at: typeof record['review_requested_at'] === 'string' ? jstWallClock(new Date(record['review_requested_at'])).slice(0, 16) : '',
  ...Object.fromEntries(fees.map((fee) => [`due_${fee.fee_kind}`, fee.due_on ?? ''])),
});

/** A value as the database takes it: an empty field is null, a moment is JST. */
const valueOf = (name: string, value: string | boolean | undefined): string | boolean | null => {
  if (value === '' || value === undefined) return null;
  if (FOUND.some((one) => one === name)) return value === 'true';
  return name === 'review_requested_at' ? `${String(value)}:00+09:00` : value;
};

/** What changed, as rpc `save_portal_facts` takes it. */
const changesOf = (before: Form, form: Form) => {
  const changed = Object.keys(form).filter((name) => form[name] !== before[name]);
  const facts = changed.filter((name) => !name.startsWith('due_') || name === 'due_notice_flag').map((name) => [name, valueOf(name, form[name])]);
  const due = changed.filter((name) => name.startsWith('due_') && name !== 'due_notice_flag').map((name) => [name.slice('due_'.length), valueOf(name, form[name])]);
  return { ...Object.fromEntries(facts), ...(due.length > 0 ? { due_on: Object.fromEntries(due) } : {}) };
};

/** Facts of the portal of one case, typed in where they are read; 受付番号 and payments come with their own acts. */
export const PortalDialog = ({ record, fees, onClose }: { record: Case; fees: Fee[]; onClose: () => void }) => {
  const { run, busy, failure } = useCaseAct(onClose);
  const open = fees.filter(({ status }) => status === 'due' || status === 'failed');
  const [before] = useState(() => formOf(record, open));
  const [form, setForm] = useState(before);
  const changes = changesOf(before, form);
  const put = (name: string, value: string | boolean) => setForm((old) => ({ ...old, [name]: value }));
  const save = async () => {
    await run('save_portal_facts', { p: { id: record.id, version: record.version, ...changes } }, 'portal.saved');
  };
  const kei = record.vehicle_kind === 'kei';
  // What is waived counts from 受付 on: it is noted before (docs/domain.md §8.4).
  const flags = FLAGS.filter((name) => (name.endsWith('_waived') ? !kei && record.oss_status === 'receiving' && !fees.some(({ status }) => status === 'paid') : name !== 'due_notice_flag' || kei));
  return (
    <ConfirmDialog open title={t('portal.title', { name: caseName(record) })} busy={busy} disabled={Object.keys(changes).length === 0} onConfirm={() => void save()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('portal.hint')}</Typography>
      {open.map(({ fee_kind: kind }) => (
        <TextField key={kind} name={`due_${kind}`} type="date" label={t('portal.due', { fee: feeName(kind, record.vehicle_kind) })} value={form[`due_${kind}`]} onChange={(event) => put(`due_${kind}`, event.target.value)} sx={{ mt: 1.5, mr: 1.5 }} slotProps={{ inputLabel: { shrink: true } }} />
      ))}
      <div>
        {FOUND.map((name) => (
          <TextField key={name} name={name} select label={t(`portal.${name}`)} value={form[name]} onChange={(event) => put(name, event.target.value)} sx={FIELD} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
            <MenuItem value="">{t('format.none')}</MenuItem>
            <MenuItem value="true">{t('case.obtained')}</MenuItem>
            <MenuItem value="false">{t('case.not_obtained')}</MenuItem>
          </TextField>
        ))}
        {kei && <TextField name="review_requested_at" type="datetime-local" label={t('portal.review_requested_at')} value={form['review_requested_at']} onChange={(event) => put('review_requested_at', event.target.value)} sx={FIELD} slotProps={{ inputLabel: { shrink: true } }} />}
        <TextField name="issue_ready_on" type="date" label={t(kei ? 'case.ready_label_kei' : 'case.ready_label_registered')} value={form['issue_ready_on']} onChange={(event) => put('issue_ready_on', event.target.value)} sx={FIELD} slotProps={{ inputLabel: { shrink: true } }} />
      </div>
      <div>{flags.map((name) => <FormControlLabel key={name} control={<Checkbox checked={form[name] === true} onChange={(_, on) => put(name, on)} />} label={t(`portal.${name}`)} />)}</div>
      {TEXTS.map((name) => <TextField key={name} name={name} label={t(`portal.${name}`)} fullWidth value={form[name]} onChange={(event) => put(name, event.target.value)} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }} />)}
    </ConfirmDialog>
  );
};
