import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useDataProvider, useListContext, useNotify, type Identifier } from 'react-admin';
import type { Outcome } from '../../components/ResultSummary.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { missingCondition } from '../../domain/application.ts';
import { t, translate } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { caseName, type Case } from './case.ts';
import { useEventKeys } from './useEventKeys.ts';
import { useEvents, useRules } from './useMachine.ts';

/** Events of single cases: they lead to another page. */
const SINGLE = new Set(['edit', 'reuse']);

/** A draft whose form is not complete is not sent from a list either. */
const sendable = (row: Case): Case => (row.filing_status !== 'draft' || missingCondition(row) === null ? row
  : { ...row, available_events: (row.available_events ?? []).filter((event) => event !== 'submit') });

/** The ticked cases as they are now, with what each allows. */
const useTicked = (ids: Identifier[]) => {
  const dataProvider = useDataProvider();
  return useQuery({
    queryKey: ['applications', 'ticked', ids.toSorted()],
    queryFn: async () => (await dataProvider.getMany<Case>('applications', { ids, meta: { columns: '*,available_events,fees:fee_payments(fee_kind,status,amount,due_on)' } })).data.map(sendable),
    // What these cases allowed when they were ticked before is no answer.
    gcTime: 0, enabled: ids.length > 0,
  });
};

/** Events from here on are rare: failures, suspension, withdrawal. */
const RARE_FROM = 70;

/** How many of the cases allow an event: rare ones last, then what most of them allow, in the order of the machine. */
const countEvents = (cases: Case[], orderOf: (event: string) => number): { event: string; able: number }[] => {
  const able = new Map<string, number>();
  for (const { available_events = [] } of cases) for (const event of available_events) able.set(event, (able.get(event) ?? 0) + 1);
  return [...able].filter(([event]) => !SINGLE.has(event)).map(([event, count]) => ({ event, able: count }))
    .toSorted((a, b) => Number(orderOf(a.event) >= RARE_FROM) - Number(orderOf(b.event) >= RARE_FROM) || b.able - a.able || orderOf(a.event) - orderOf(b.event));
};

/** Which of the ticked cases an event leaves out, and where they stand. */
const LeftOut = ({ cases }: { cases: Case[] }) => {
  const filing = useStatuses('filing_statuses').rowOf;
  const oss = useStatuses('oss_statuses').rowOf;
  if (cases.length === 0) return null;
  const place = (row: Case) => oss(row.oss_status ?? '', row.vehicle_kind)?.label_ja ?? filing(row.filing_status, row.vehicle_kind)?.label_ja ?? row.filing_status;
  const why = (row: Case) => {
    const lacks = row.filing_status === 'draft' ? missingCondition(row) : null;
    return lacks === null ? t('bulk.now_at', { status: place(row) }) : t('bulk.lacks', { field: translate(`resources.applications.fields.${lacks}`) });
  };
  return (
    <Box component="details" sx={{ fontSize: '0.8125rem' }}>
      <summary>{t('bulk.why')}</summary>
      <Box component="ul" sx={{ m: 0, maxHeight: '10rem', overflow: 'auto' }}>{cases.map((row) => <li key={row.id}>{caseName(row)}：{why(row)}</li>)}</Box>
    </Box>
  );
};

/** What a bulk act answered, with the names of its cases: the rows may have left the list. */
export type BulkOutcome = { results: Outcome[]; names: Map<string, string> };

/** A letter asks for the event that most of the cases allow; it waits until it is known what they allow, but not for other cases. */
const useBulkKeys = ({ letters, cases, ready, events, fire }: { letters: string; cases: string; ready: boolean; events: string[]; fire: (event: string) => void }) => {
  const { rowOf } = useEvents();
  const notify = useNotify();
  const asked = useRef<{ letter: string; cases: string }>(undefined);
  const settle = () => {
    if (!ready || asked.current === undefined) return;
    const { letter, cases: of } = asked.current;
    asked.current = undefined;
    const event = events.find((name) => rowOf(name)?.shortcut === letter);
    if (of !== cases) return;
    if (event === undefined) notify(t('work.key_none'), { type: 'info' });
    else fire(event);
  };
  useEffect(settle);
  useEventKeys((letter) => {
    if (!letters.includes(letter)) return false;
    asked.current = { letter, cases };
    settle();
    return true;
  }, letters !== '');
};

/** What can be done with all ticked cases, and how many cannot. After an act the refused ones stay ticked, each with its reason. `keys`: letters that fire events. */
export const BulkEvents = ({ onOutcome, keys = '' }: { onOutcome: (outcome: BulkOutcome) => void; keys?: string }) => {
  const { selectedIds, onSelect, onUnselectItems } = useListContext();
  const { data: cases = [], error, isPending } = useTicked(selectedIds);
  const { labelOf, orderOf } = useEvents();
  const rules = useRules();
  const [event, setEvent] = useState<string>();
  const events = countEvents(cases, orderOf);
  useBulkKeys({ letters: event === undefined ? keys : '', cases: selectedIds.join(), ready: !isPending && rules.length > 0, events: events.map((row) => row.event), fire: setEvent });
  const able = cases.filter(({ available_events = [] }) => event !== undefined && available_events.includes(event));
  const done = (results: Outcome[]) => {
    setEvent(undefined);
    onOutcome({ results, names: new Map(cases.map((row) => [String(row.id), caseName(row)])) });
    const failed = new Set(results.filter(({ ok }) => !ok).map(({ id }) => String(id)));
    const acted = new Set(results.map(({ id }) => String(id)));
    onSelect(selectedIds.filter((id) => failed.has(String(id)) || !acted.has(String(id))));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', flex: 1, py: 0.5 }}>
      {error && <Alert severity="error">{toAppError(error).message}</Alert>}
      {isPending && selectedIds.length > 0 && <Typography>{t('bulk.loading')}</Typography>}
      {!isPending && events.length === 0 && <Typography>{t('bulk.none', { count: cases.length })}</Typography>}
      {events.map((row, index) => (
        <Button key={row.event} variant={index === 0 ? 'contained' : 'outlined'} disabled={rules.length === 0} onClick={() => setEvent(row.event)}>
          {t('bulk.button', { event: labelOf(row.event), count: row.able })}
        </Button>
      ))}
      <Button onClick={() => onUnselectItems()}>{t('bulk.close')}</Button>
      {event !== undefined && (
        <BulkDialog event={event} cases={able} total={cases.length} rules={rules} onDone={done} onClose={() => setEvent(undefined)}>
          <LeftOut cases={cases.filter((row) => !able.includes(row))} />
        </BulkDialog>
      )}
    </Box>
  );
};
