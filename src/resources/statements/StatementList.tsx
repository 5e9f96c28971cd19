import { Box, Typography } from '@mui/material';
import { TextInput, useRecordContext, type RaRecord } from 'react-admin';
import { ClippedField, CodeCol, CodeField, DateCol, MoneyCol, MonthCol, MonthField, MoneyField, NumberCol, TextCol, WordCol } from '../../components/fields.tsx';
import { AmountRangeFilter, CheckboxFilter, ChoiceFilter, DateRangeFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { RequesterInput } from '../../components/placeInputs.tsx';
import { RequesterWord } from '../../components/placeWords.tsx';
import { dateText, moneyText, wordOf } from '../../components/values.ts';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Statement } from './statement.ts';

const words = (group: string, codes: string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const STATES = words('statement_status', ['closed', 'published', 'cancelled']);
const CYCLES = words('debit_cycle', ['6', '27']);

const yenOf = (value: string | null | undefined): string => (value ? moneyText(Number(value)) : '');
/** 1,000円～2,000円: the words of an amount range. */
const amounts = ({ from, to }: { from?: string | null; to?: string | null }) => <>{yenOf(from)}{t('range.between')}{yenOf(to)}</>;

const filtersOf = (today: string, garage: boolean): ListFilter[] => {
  const months = Array.from({ length: 20 }, (_, back) => addMonths(monthOf(today), -back)).map((month) => ({ id: month, name: formatMonth(month) }));
  const month: ListFilter = { primary: true, input: <ChoiceFilter source="month" choices={months} /> };
  if (garage) return [month, { input: <DateRangeFilter source="debit_on" /> }, { input: <AmountRangeFilter source="total" />, chip: amounts }];
  return [
    month,
    { primary: true, input: <RequesterInput source="requester_id" helperText={false} />, chip: (id: number) => <RequesterWord id={id} /> },
    { primary: true, input: <ChoiceFilter source="debit_cycle" choices={CYCLES} /> },
    { primary: true, input: <CheckboxFilter source="status" choices={STATES} />, chip: (codes: string[]) => <>{codes.map((code) => wordOf('statement_status', code)).join('、')}</> },
    { input: <TextInput source="number" helperText={false} /> },
    { input: <DateRangeFilter source="debit_on" /> },
    { input: <AmountRangeFilter source="total" />, chip: amounts },
    { input: <ChoiceFilter source="collection" choices={words('collection', ['head_office', 'branch'])} /> },
  ];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const exportColumns = [
  { source: 'month', value: (row: RaRecord) => formatMonth(text(row['month'])) }, ...['number', 'requester.code', 'requester.name', 'usage_count', 'usage_amount', 'hotekisho_count', 'hotekisho_amount', 'taxable_10', 'tax_10', 'kei_fee_amount', 'tech_fee_amount', 'adjustment_amount', 'total', 'outstanding_before'].map((source) => ({ source })),
  { source: 'debit_cycle', value: (row: RaRecord) => wordOf('debit_cycle', row['debit_cycle']) }, { source: 'debit_on' }, { source: 'debit_state', value: (row: RaRecord) => wordOf('debit_state', row['debit_state']) }, { source: 'status', value: (row: RaRecord) => wordOf('statement_status', row['status']) },
];

const StatementCard = () => {
  const statement = useRecordContext<Statement>();
  return statement && (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}><b><MonthField source="month" /></b><b><MoneyField source="total" /></b></Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, color: 'text.secondary' }}>
        <span>{wordOf('debit_state', statement.debit_state)}　{t('statement.debit_on')} {statement.debit_on === null ? t('statement.no_debit') : dateText(statement.debit_on)}</span><CodeField source="number" />
      </Box>
      <ClippedField source="requester.name" />
    </>
  );
};

/** 引落予定明細; for a garage its own published ones, 請求状況照会. */
export const StatementList = () => {
  const { role, today } = useProfile();
  const garage = reachOf(role) === 'garage';
  return (
    <OfficeList
      filters={filtersOf(today, garage)} {...(garage ? { title: t('statement.garage_title'), above: <Typography color="text.secondary">{t('statement.list_hint')}</Typography> } : { initialFilter: { status: ['closed', 'published'] } })}
      exportColumns={exportColumns} hasCreate={false} card={<StatementCard />} sort={{ field: 'month', order: 'DESC' }}
    >
      <MonthCol source="month" />
      <CodeCol source="number" />
      {!garage && <CodeCol source="requester.code" disableSort />}
      {!garage && <TextCol source="requester.name" disableSort />}
      <MoneyCol source="total" />
      <MoneyCol source="outstanding_before" />
      <WordCol source="debit_cycle" group="debit_cycle" />
      <DateCol source="debit_on" />
      <WordCol source="debit_state" group="debit_state" disableSort />
      {!garage && <WordCol source="status" group="statement_status" />}
      <NumberCol source="usage_count" />
      <MoneyCol source="usage_amount" />
      <MoneyCol source="hotekisho_amount" />
      <MoneyCol source="kei_fee_amount" />
      <MoneyCol source="tech_fee_amount" />
      <MoneyCol source="adjustment_amount" />
    </OfficeList>
  );
};

