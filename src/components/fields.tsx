import { Box } from '@mui/material';
import { DataTable, useFieldValue, type DataTableColumnProps } from 'react-admin';
import { dateText, moneyText, monthText, wordOf } from './values.ts';

type FieldProps = { source: string };

/** Yen: 1,234円, negative ones in red with ▲. */
export const Money = ({ amount }: { amount: number | null | undefined }) => (
  <Box component="span" sx={{ whiteSpace: 'nowrap', ...(typeof amount === 'number' && amount < 0 ? { color: 'error.main' } : {}) }}>{moneyText(amount)}</Box>
);
export const MoneyField = ({ source }: FieldProps) => <Money amount={useFieldValue({ source })} />;

/** A JST day. */
export const DateField = ({ source }: FieldProps) => <span>{dateText(useFieldValue({ source }))}</span>;
/** An instant, shown in JST. */
export const DateTimeField = ({ source }: FieldProps) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{dateText(useFieldValue({ source }), true)}</Box>;
export const MonthField = ({ source }: FieldProps) => <span>{monthText(useFieldValue({ source }))}</span>;

/** Codes and numbers of cases: never broken, digits of one width. */
export const CodeField = ({ source }: FieldProps) => <Box component="span" sx={{ whiteSpace: 'nowrap', letterSpacing: '0.02em' }}>{useFieldValue({ source }) ?? ''}</Box>;

/** The catalogue's word for a code; `group` as in i18n/common.ts (`role`, `vehicle_kind`, `outcome`, …). */
export const WordField = ({ source, group }: FieldProps & { group: string }) => <span>{wordOf(group, useFieldValue({ source }))}</span>;

/** Long text on one line, whole in its tooltip. */
export const ClippedField = ({ source }: FieldProps) => {
  const value = String(useFieldValue({ source }) ?? '');
  return <Box component="span" title={value} sx={{ display: 'block', maxWidth: '18rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{value}</Box>;
};

const centred = { '&, & .MuiTableSortLabel-root': { textAlign: 'center' } } as const;
const right = { '&, & .MuiTableSortLabel-root': { textAlign: 'right' } } as const;
type ColProps = Omit<DataTableColumnProps, 'field' | 'source'> & FieldProps;

/** Columns of an `OfficeList`: numbers right, dates centred, codes unbroken. */
export const TextCol = (props: ColProps) => <DataTable.Col {...props} field={ClippedField} />;
export const CodeCol = (props: ColProps) => <DataTable.Col {...props} field={CodeField} />;
export const DateCol = (props: ColProps) => <DataTable.Col {...props} field={DateField} sx={centred} />;
export const DateTimeCol = (props: ColProps) => <DataTable.Col {...props} field={DateTimeField} sx={centred} />;
export const MonthCol = (props: ColProps) => <DataTable.Col {...props} field={MonthField} sx={centred} />;
export const MoneyCol = (props: ColProps) => <DataTable.Col {...props} field={MoneyField} sx={right} />;
export const NumberCol = (props: ColProps) => <DataTable.NumberCol {...props} />;
export const WordCol = ({ group, ...props }: ColProps & { group: string }) => (
  <DataTable.Col {...props}><WordField source={props.source} group={group} /></DataTable.Col>
);
