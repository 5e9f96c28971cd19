import { Box, FormLabel } from '@mui/material';
import { CheckboxGroupInput, DateInput, SelectInput, TextInput, useTranslateLabel, type CheckboxGroupInputProps } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { useStatuses, type StatusAxis } from './useStatuses.ts';

type Choices = readonly { id: string; name: string }[];

const checkboxes: CheckboxGroupInputProps['sx'] = {
  '& .MuiFormGroup-root': { columnGap: 0.5, ml: '0.5rem' }, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' }, '& legend': { fontSize: '0.75rem' },
};

/** A group of check boxes; ticked ones are alternatives. */
export const CheckboxFilter = ({ source, label, choices }: { source: string; label?: string; choices: Choices }) => (
  <CheckboxGroupInput source={source} {...(label === undefined ? {} : { label })} choices={[...choices]} row helperText={false} sx={checkboxes} />
);

/** 申請ステータス or OSSステータス, with the labels of the database. */
export const StatusFilter = ({ source, axis, kind }: { source: string; axis: StatusAxis; kind?: string }) => (
  <CheckboxFilter source={source} choices={useStatuses(axis).choices(kind)} />
);
/** The words of a status filter's chip. */
export const StatusWords = ({ axis, codes }: { axis: StatusAxis; codes: string[] }) => {
  const choices = useStatuses(axis).choices();
  return <>{codes.map((code) => choices.find(({ id }) => id === code)?.name ?? code).join('、')}</>;
};

const day = { '&.MuiTextField-root': { width: '8.5rem' } } as const;
const orNull = (value: string): string | null => value || null;

/** From – to in JST days; either end may stay empty. The filter's value is `{ from, to }`. */
export const DateRangeFilter = ({ source, label }: { source: string; label?: string }) => {
  const translateLabel = useTranslateLabel();
  const name = label ?? String(translateLabel({ source }));
  return (
    <Box role="group" aria-label={name} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <FormLabel sx={{ fontSize: '0.8125rem' }}>{name}</FormLabel>
      <DateInput source={`${source}.from`} label={false} helperText={false} parse={orNull} sx={day} slotProps={{ htmlInput: { 'aria-label': `${name} ${t('range.from')}` } }} />
      <span>{t('range.between')}</span>
      <DateInput source={`${source}.to`} label={false} helperText={false} parse={orNull} sx={day} slotProps={{ htmlInput: { 'aria-label': `${name} ${t('range.to')}` } }} />
    </Box>
  );
};

const amount = { '&.MuiTextField-root': { width: '7rem' } } as const;
const digits = (value: string): string | null => value.normalize('NFKC').replaceAll(/[^\d-]/g, '') || null;

/** From – to in whole yen; either end may stay empty. The filter's value is `{ from, to }`. */
export const AmountRangeFilter = ({ source }: { source: string }) => {
  const name = String(useTranslateLabel()({ source }));
  return (
    <Box role="group" aria-label={name} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <FormLabel sx={{ fontSize: '0.8125rem' }}>{name}</FormLabel>
      <TextInput source={`${source}.from`} label={false} helperText={false} parse={digits} sx={amount} slotProps={{ htmlInput: { 'aria-label': `${name} ${t('range.from')}`, inputMode: 'numeric' } }} />
      <span>{t('range.between')}</span>
      <TextInput source={`${source}.to`} label={false} helperText={false} parse={digits} sx={amount} slotProps={{ htmlInput: { 'aria-label': `${name} ${t('range.to')}`, inputMode: 'numeric' } }} />
    </Box>
  );
};

/** One of a few; empty means all of them. */
export const ChoiceFilter = ({ source, label, choices }: { source: string; label?: string; choices: Choices }) => (
  <SelectInput source={source} {...(label === undefined ? {} : { label })} choices={[...choices]} emptyText="" helperText={false} />
);
