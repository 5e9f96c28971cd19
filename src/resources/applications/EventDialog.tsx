import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useNotify, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { missingCondition } from '../../domain/application.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t, translate } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { caseName, type Case, type Fee } from './case.ts';
import { failableFees, fieldsOfEvent, initialValues, problemsOf, targetOf, toMessage, type FormField, type Rule, type Typed } from './eventForm.ts';
import { EventFields } from './EventFields.tsx';
import { EventHint } from './EventHint.tsx';
import type { EventLine } from './historyText.ts';
import { FilingWarnings } from './Shortening.tsx';
import { refusalText } from './refusal.ts';
import { useEvents } from './useMachine.ts';
import { useRefreshCases } from './useRefreshCases.ts';

type EventDialogProps = { record: Case; fees: Fee[]; event: string; rules: Rule[]; onClose: () => void };

/** The last line of the history: who changed the case while it was on the screen. */
const useLastChange = (record: Case, labelOf: (event: string) => string) => {
  const dataProvider = useDataProvider();
  return async (): Promise<string> => {
    const { data } = await dataProvider.getList<EventLine>('application_events', {
      filter: { application_id: record.id }, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' },
    });
    const [line] = data;
    return line === undefined ? '' : t('case.changed_by', { at: formatDateTime(line.created_at), who: line.actor_name ?? t('case.system'), event: labelOf(line.event) });
  };
};

const withOnlyChoice = (typed: Typed, fields: FormField[], kinds: string[]): Typed =>
  fields.some(({ name }) => name === 'fee_kind') && kinds.length === 1 ? { ...typed, fee_kind: kinds[0] ?? '' } : typed;

/** Which case, where it stands, and where the event leads it. */
const Subject = ({ record, event, rules }: { record: Case; event: string; rules: Rule[] }) => {
  const filing = useStatuses('filing_statuses').rowOf;
  const oss = useStatuses('oss_statuses').rowOf;
  const [target] = useState(() => targetOf(rules, event, record));
  const place = (at: { filing: string; oss: string | null }) => oss(at.oss ?? '', record.vehicle_kind)?.label_ja ?? filing(at.filing, record.vehicle_kind)?.label_ja ?? '';
  const now = place({ filing: record.filing_status, oss: record.oss_status });
  const then = target === undefined ? now : place({ filing: target.to_filing, oss: target.to_oss });
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
      <PlateText plate={record} /><span>{caseName(record)}</span>
      <Box component="span" sx={{ color: 'text.secondary' }}>{then === now ? now : t('case.from_to', { from: now, to: then })}</Box>
    </Box>
  );
};

/** One event on one case: asks for its values, sends the version that was read; a refusal says why and keeps what was typed. */
export const EventDialog = ({ record, fees, event, rules, onClose }: EventDialogProps) => {
  const { today } = useProfile();
  const actions = useActions();
  const { rowOf, labelOf } = useEvents();
  const notify = useNotify();
  const redirect = useRedirect();
  const refresh = useRefreshCases();
  const lastChange = useLastChange(record, labelOf);
  // Asked for as the case stood when the dialog opened: what was typed must not vanish when the case moves on.
  const [fields] = useState(() => fieldsOfEvent(rules, event, [record]));
  const feeKinds = failableFees(record, fees);
  const [typed, setTyped] = useState(() => withOnlyChoice(initialValues(fields, today), fields, feeKinds));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string[]>([]);
  const problems = tried ? problemsOf(fields, typed, today) : {};
  const label = labelOf(event);
  const gone = failure.length > 0 && record.available_events !== undefined && !record.available_events.includes(event);

  const send = async () => {
    const [result] = await actions.transition(event, [{ id: Number(record.id), version: record.version }], toMessage(fields, typed));
    if (result?.ok) {
      onClose();
      if (result.warning === 'no_valid_certificate') notify(t('agent.filed_without'), { type: 'warning', autoHideDuration: 15_000 });
      else notify(result.new_id === undefined ? t('case.event_done', { event: label }) : t('case.copied'), { type: 'success' });
      await refresh();
      if (result.new_id !== undefined) redirect('edit', 'applications', result.new_id);
      return;
    }
    const stale = result?.code === 'stale_version';
    setFailure([refusalText(result ?? {}), stale ? await lastChange() : '', stale ? t('case.refreshed', { event: label }) : '']);
    await refresh();
  };
  const lacks = event === 'submit' ? missingCondition(record) : null;
  const confirm = async () => {
    setTried(true);
    if (Object.keys(problemsOf(fields, typed, today)).length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setFailure([toAppError(error).message]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog open title={label} confirmLabel={label} danger={rowOf(event)?.confirm === true} busy={busy} disabled={gone || lacks !== null} onConfirm={() => void confirm()} onClose={onClose}>
      <Subject record={record} event={event} rules={rules} />
      <EventHint event={event} cases={[record]} />
      <FilingWarnings event={event} cases={[record]} />
      {lacks !== null && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{t('bulk.lacks', { field: translate(`resources.applications.fields.${lacks}`) })}</Alert>}
      {failure.length > 0 && <Alert severity="warning" role="alert" sx={{ mb: 1 }}>{[...failure, gone ? t('case.event_gone') : ''].filter((line) => line !== '').map((line) => <div key={line}>{line}</div>)}</Alert>}
      <EventFields
        fields={fields} typed={typed} problems={problems} feeKinds={feeKinds} vehicle={record.vehicle_kind} today={today}
        onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
      />
    </ConfirmDialog>
  );
};
