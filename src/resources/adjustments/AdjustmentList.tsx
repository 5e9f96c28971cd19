import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, Link, useNotify, useRecordContext, type RaRecord } from 'react-admin';
import { ClippedField, CodeCol, DateTimeCol, MoneyCol, MoneyField, MonthCol, MonthField, TextCol, WordCol } from '../../components/fields.tsx';
import { ChoiceFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { RequesterInput } from '../../components/placeInputs.tsx';
import { RequesterWord } from '../../components/placeWords.tsx';
import { wordOf } from '../../components/values.ts';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { ja } from '../../i18n/ja.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { AdjustmentDialog } from './AdjustmentDialog.tsx';

const KINDS = Object.entries(ja.corrections.kind).map(([id, name]) => ({ id, name }));
const filtersOf = (today: string): ListFilter[] => [
  { primary: true, input: <ChoiceFilter source="month" choices={Array.from({ length: 21 }, (_, back) => addMonths(monthOf(today), 1 - back)).map((id) => ({ id, name: formatMonth(id) }))} /> },
  { primary: true, input: <RequesterInput source="requester_id" helperText={false} />, chip: (id: number) => <RequesterWord id={id} /> },
  { primary: true, input: <ChoiceFilter source="kind" choices={KINDS} /> },
];

const taxWord = (row: RaRecord | undefined): string => {
  if (row?.['taxable'] !== true) return t('corrections.untaxed');
  return Number(row['amount']) < 0 ? `${t('corrections.taxable')}・${t('corrections.return')}` : t('corrections.taxable');
};
const Tax = () => <>{taxWord(useRecordContext())}</>;
const exportColumns = [
  { source: 'month', value: (row: RaRecord) => formatMonth(String(row['month'])) }, { source: 'requester.code' }, { source: 'requester.name' }, { source: 'kind', value: (row: RaRecord) => wordOf('corrections.kind', row['kind']) },
  { source: 'label' }, { source: 'amount' }, { source: 'taxable', value: taxWord }, { source: 'reason' }, { source: 'created_at' },
];

/** 調整: corrections of months that are closed, with reason and person; finance adds one (docs/decisions.md D-24). */
export const AdjustmentList = () => {
  const { role, today } = useProfile();
  const [adding, setAdding] = useState(false);
  const notify = useNotify();
  return (
    <>
      <OfficeList
        title={t('corrections.title')} filters={filtersOf(today)} hasCreate={false} exportColumns={exportColumns} rowClick={false}
        above={<Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('corrections.write_off_hint')} <Link to="/payee_differences">{t('corrections.to_payees')}</Link></Typography>}
        actions={canAccess(role, { resource: 'adjustments', action: 'act' }) && <Button variant="contained" onClick={() => setAdding(true)}>{t('corrections.add')}</Button>}
        card={<><Box sx={{ display: 'flex', justifyContent: 'space-between' }}><MonthField source="month" /><b><MoneyField source="amount" /></b></Box><ClippedField source="requester.name" /><ClippedField source="label" /></>}
      >
        <MonthCol source="month" />
        <CodeCol source="requester.code" disableSort />
        <TextCol source="requester.name" disableSort />
        <WordCol source="kind" group="corrections.kind" />
        <TextCol source="label" />
        <MoneyCol source="amount" />
        <DataTable.Col source="taxable"><Tax /></DataTable.Col>
        <TextCol source="reason" />
        <DateTimeCol source="created_at" />
      </OfficeList>
      {adding && <AdjustmentDialog onClose={() => setAdding(false)} onSaved={(message) => { setAdding(false); notify(message, { type: 'success' }); }} />}
    </>
  );
};
