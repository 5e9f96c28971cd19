import { Alert, Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import type { Outcome } from '../../components/ResultSummary.tsx';
import { t, type MessageKey } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { caseName, type Case } from './case.ts';
import { failableFees, fieldsOfEvent, initialValues, isOwn, problemsOf, toMessage, type Rule, type Typed, type ValueField } from './eventForm.ts';
import { EventFields } from './EventFields.tsx';
import { EventHint } from './EventHint.tsx';
import { refusalText } from './refusal.ts';
import { FilingWarnings } from './Shortening.tsx';
import { useEvents } from './useMachine.ts';
import { useRefreshCases } from './useRefreshCases.ts';

type BulkDialogProps = { event: string; cases: Case[]; total: number; rules: Rule[]; children: ReactNode; onDone: (outcomes: Outcome[]) => void; onClose: () => void };
type Problems = Partial<Record<ValueField, MessageKey>>;

/** One event on many cases: shared values once, what differs by car in a row a case; one confirmation for all. */
export const BulkDialog = ({ event, cases, total, rules, children, onDone, onClose }: BulkDialogProps) => {
  const { today } = useProfile();
  const actions = useActions();
  const refresh = useRefreshCases();
  const notify = useNotify();
  const { labelOf, rowOf } = useEvents();
  const fields = fieldsOfEvent(rules, event, cases);
  const shared = fields.filter((field) => !isOwn(field));
  const own = fields.filter(isOwn).filter(({ required }) => required);
  const [typed, setTyped] = useState<Typed>(() => initialValues(fields, today));
  const [byCase, setByCase] = useState<Record<string, Typed>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const label = labelOf(event);
  const ofCase = ({ id }: Case): Typed => byCase[String(id)] ?? {};
  const problemsBy = (row: Case): Problems => problemsOf(own, ofCase(row), today);
  const wrong = () => Object.keys(problemsOf(shared, typed, today)).length > 0 || cases.some((row) => Object.keys(problemsBy(row)).length > 0);

  const confirm = async () => {
    setTried(true);
    if (wrong()) return;
    setBusy(true);
    try {
      const refs = cases.map((row) => ({ id: Number(row.id), version: row.version, ...(own.length === 0 ? {} : { values: toMessage(own, ofCase(row)).values }) }));
      const results = await actions.transition(event, refs, toMessage(shared, typed));
      if (results.some(({ warning }) => warning === 'no_valid_certificate')) notify(t('agent.filed_without'), { type: 'warning', autoHideDuration: 15_000 });
      onDone(results.map((result) => ({ ...result, ...(result.ok ? {} : { message: refusalText(result) }) })));
      await refresh();
    } catch (error) {
      setFailure(toAppError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open title={t('bulk.title', { event: label, count: cases.length })} confirmLabel={t('bulk.run', { count: cases.length })} danger={rowOf(event)?.confirm === true}
      busy={busy} disabled={cases.length === 0} focusConfirm={shared.length === 0 && own.length === 0} onConfirm={() => void confirm()} onClose={onClose}
    >
      {failure !== '' && <Alert severity="error" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography>{cases.length === total ? t('bulk.all', { count: total }) : t('bulk.cannot', { total, cannot: total - cases.length })}</Typography>
      {children}
      <EventHint event={event} cases={cases} />
      <FilingWarnings event={event} cases={cases} />
      <EventFields
        fields={shared} typed={typed} problems={tried ? problemsOf(shared, typed, today) : {}} feeKinds={[]} vehicle="" today={today}
        onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
      />
      {own.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography color="text.secondary">{t('bulk.per_case')}</Typography>
          <Table size="small"><TableBody>
            {cases.map((row) => (
              <TableRow key={row.id}>
                <TableCell>{caseName(row)}</TableCell><TableCell><PlateText plate={row} /></TableCell>
                <TableCell>
                  <EventFields
                    dense fields={own} typed={ofCase(row)} problems={tried ? problemsBy(row) : {}} feeKinds={failableFees(row, row.fees ?? [])} vehicle={row.vehicle_kind} today={today}
                    onType={(name, value) => setByCase((before) => ({ ...before, [String(row.id)]: { ...before[String(row.id)], [name]: value } }))}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody></Table>
        </Box>
      )}
    </ConfirmDialog>
  );
};
