import { Box } from '@mui/material';
import { useState } from 'react';
import { DataTable, Link, TextInput, useNotify, useRecordContext, type RaRecord } from 'react-admin';
import { CodeCol, CodeField, DateCol, MoneyCol, MonthCol, TextCol } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { RequesterInput } from '../../components/placeInputs.tsx';
import { RequesterWord } from '../../components/placeWords.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { wordOf } from '../../components/values.ts';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { ja } from '../../i18n/ja.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { ActDialog } from './ActDialog.tsx';
import { ActMenu } from './ActMenu.tsx';
import type { Difference, DifferenceAct } from './difference.ts';
import { Overview } from './Overview.tsx';

const STATES = Object.entries(ja.payees.state).map(([id, name]) => ({ id, name }));
const PAYEES = (['keikenkyo', 'kikou'] as const).map((id) => ({ id, name: ja.ledger.payee[id] }));
const TURNS = { only_ours: 'office', investigate: 'trouble', only_theirs: 'trouble', twice_theirs: 'agent', amount_differs: 'agent', month_differs: 'ended' } as const;

const filtersOf = (today: string): ListFilter[] => [
  { primary: true, input: <ChoiceFilter source="month" choices={Array.from({ length: 20 }, (_, back) => addMonths(monthOf(today), -back)).map((id) => ({ id, name: formatMonth(id) }))} /> },
  { primary: true, input: <ChoiceFilter source="payee" choices={PAYEES} /> },
  { primary: true, input: <CheckboxFilter source="state" choices={STATES} />, chip: (codes: string[]) => <>{codes.map((code) => wordOf('payees.state', code)).join('、')}</> },
  { input: <TextInput source="acceptance_no" helperText={false} /> },
  { input: <RequesterInput source="requester_id" helperText={false} />, chip: (id: number) => <RequesterWord id={id} /> },
];

const word = (group: string, source: string) => (row: RaRecord) => wordOf(group, row[source]);
const exportColumns = [
  { source: 'payee', value: word('ledger.payee', 'payee') }, { source: 'month', value: (row: RaRecord) => formatMonth(String(row['month'])) }, { source: 'state', value: word('payees.state', 'state') },
  ...['branch_code', 'branch_name', 'requester_code', 'requester_name', 'acceptance_no', 'own_amount', 'payee_amount', 'difference', 'since', 'age_days'].map((source) => ({ source })),
  { source: 'todo', value: word('payees.todo', 'state') },
];

const State = () => {
  const row = useRecordContext<Difference>();
  return row === undefined ? null : <StatusBadge label={wordOf('payees.state', row.state)} turn={TURNS[row.state]} />;
};
const Payee = () => <>{wordOf('ledger.payee', useRecordContext<Difference>()?.payee)}</>;
const Age = () => <>{t('payees.age', { days: useRecordContext<Difference>()?.age_days ?? 0 })}</>;
const Todo = () => {
  const text = wordOf('payees.todo', useRecordContext<Difference>()?.state);
  return <Box component="span" title={text} sx={{ display: 'block', maxWidth: { sm: '16rem' }, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: { sm: 'nowrap' }, fontSize: '0.75rem', color: 'text.secondary' }}>{text}</Box>;
};
const Number = () => {
  const row = useRecordContext<Difference>();
  return row?.application_id ? <Link to={`/applications/${row.application_id}/show`}><CodeField source="acceptance_no" /></Link> : <CodeField source="acceptance_no" />;
};

/** 納付先照合: every open difference with its state, age, yen and what to do; finance acts on it (docs/decisions.md D-23). */
export const DifferenceList = () => {
  const { today } = useProfile();
  const [asked, setAsked] = useState<{ difference: Difference; act: DifferenceAct } | null>(null);
  const notify = useNotify();
  const acts = <ActMenu onAsk={(difference, act) => setAsked({ difference, act })} />;
  return (
    <>
      <OfficeList
        filters={filtersOf(today)} initialFilter={{ month: addMonths(monthOf(today), -1) }} hasCreate={false} exportColumns={exportColumns} above={<Overview />} rowClick={false}
        card={<><Box sx={{ display: 'flex', gap: 1 }}><State /><Payee /><Age /></Box><Number /><Todo />{acts}</>}
      >
        <DataTable.Col source="payee"><Payee /></DataTable.Col>
        <DataTable.Col source="state"><State /></DataTable.Col>
        <DataTable.Col source="age_days"><Age /></DataTable.Col>
        <DataTable.Col source="acceptance_no"><Number /></DataTable.Col>
        <TextCol source="requester_name" />
        <MoneyCol source="own_amount" />
        <MoneyCol source="payee_amount" />
        <MoneyCol source="difference" />
        <DataTable.Col source="line_id" label={t('payees.act')} disableSort>{acts}</DataTable.Col>
        <DataTable.Col source="todo" disableSort><Todo /></DataTable.Col>
        <CodeCol source="branch_code" />
        <DateCol source="since" />
        <MonthCol source="month" />
      </OfficeList>
      {asked !== null && <ActDialog {...asked} onClose={() => setAsked(null)} onDone={(message) => { setAsked(null); notify(message, { type: 'success' }); }} />}
    </>
  );
};
