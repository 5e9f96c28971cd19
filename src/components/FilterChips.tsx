import { Box, Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslateLabel } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { isBlank, sourceOf, type ListFilter } from './listTypes.ts';
import { dateText } from './values.ts';

const wordsOf = (filter: ListFilter, value: unknown): ReactNode => {
  if (filter.chip !== undefined) return filter.chip(value as never);
  const { choices } = filter.input.props;
  const nameOf = (id: unknown) => choices?.find((choice) => String(choice.id) === String(id))?.name ?? String(id);
  if (value === true) return t('boolean.yes');
  if (Array.isArray(value)) return value.map(nameOf).join('、');
  if (value !== null && typeof value === 'object') {
    const end = (name: string) => (isBlank(Reflect.get(value, name)) ? '' : dateText(String(Reflect.get(value, name))));
    return `${end('from')}${t('range.between')}${end('to')}`;
  }
  return nameOf(value);
};

/** The conditions that hold now, one chip each; its cross takes the condition away. */
export const FilterChips = ({ filters }: { filters: ListFilter[] }) => {
  const { filterValues, setFilters } = useListContext();
  const translateLabel = useTranslateLabel();
  const active = filters.filter((filter) => !isBlank(filterValues[sourceOf(filter)]));
  if (active.length === 0) return null;
  const remove = (source: string) => {
    const { [source]: _, ...rest } = filterValues;
    setFilters(rest, {}, false);
  };
  return (
    <Box aria-label={t('list.active_filters')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, pt: 0.5 }}>
      {active.map((filter) => {
        const source = sourceOf(filter);
        const label = filter.input.props.label ?? String(translateLabel({ source }));
        return (
          <Chip
            key={source} variant="outlined" onDelete={() => remove(source)} sx={{ maxWidth: '26rem' }}
            label={<>{label}：{wordsOf(filter, filterValues[source])}</>}
            slotProps={{ root: { 'aria-label': t('list.remove_filter', { label }) } }}
          />
        );
      })}
    </Box>
  );
};
