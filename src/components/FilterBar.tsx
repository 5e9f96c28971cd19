import { Box, Button, Collapse, useMediaQuery, type Theme } from '@mui/material';
import { Fragment, useState } from 'react';
import { Form, useListContext, useStore } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { t } from '../i18n/translate.ts';
import { FilterChips } from './FilterChips.tsx';
import { sourceOf, withoutBlanks, type ListFilter } from './listTypes.ts';

const line = {
  display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5,
  '& .MuiFormHelperText-root': { display: 'none' },
  '& .MuiFormControl-root': { my: 0, width: 'auto' },
  '& .MuiTextField-root': { width: '9rem', minWidth: 0 },
} as const;

const inputsOf = (filters: ListFilter[]) => filters.map((filter) => <Fragment key={sourceOf(filter)}>{filter.input}</Fragment>);

const ResetButton = ({ values }: { values: Record<string, unknown> }) => {
  const { reset } = useFormContext();
  const { setFilters } = useListContext();
  return <Button onClick={() => { reset(values); setFilters(values, {}, false); }}>{t('action.reset')}</Button>;
};

/** The search form of a list: nothing is asked while typing, only on 検索 or Enter. */
export const FilterBar = ({ filters, initial = {} }: { filters: ListFilter[]; initial?: Record<string, unknown> }) => {
  const { filterValues, setFilters, resource, refetch } = useListContext();
  const [open, setOpen] = useStore(`${resource}.details`, false);
  // Opening for the first time mounts the inputs; afterwards closing only hides them, so that what was typed stays.
  const [mounted, setMounted] = useState(open);
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const first = filters.filter((filter) => filter.primary);
  // A phone has room for one field before the rows begin.
  const primary = small ? first.slice(0, 1) : first;
  const more = filters.filter((filter) => !primary.includes(filter));

  const search = (values: Record<string, unknown>) => {
    const next = withoutBlanks(values);
    if (JSON.stringify(next) === JSON.stringify(filterValues)) void refetch();
    else setFilters(next, {}, false);
  };
  return (
    <Box data-print="none" sx={{ flex: 'none', py: 0.5 }} role="search" aria-label={t('list.filters')}>
      <Form defaultValues={filterValues} onSubmit={search}>
        <Box sx={line}>
          {inputsOf(primary)}
          <Button type="submit" variant="contained">{t('action.search')}</Button>
          <ResetButton values={initial} />
          {more.length > 0 && (
            <Button aria-expanded={open} onClick={() => { setMounted(true); setOpen(!open); }}>{open ? t('action.details_hide') : t('action.details_show')}</Button>
          )}
        </Box>
        {more.length > 0 && <Collapse in={open}><Box sx={{ ...line, pt: 1, pb: 0.5 }}>{(mounted || open) && inputsOf(more)}</Box></Collapse>}
      </Form>
      <FilterChips filters={filters} />
    </Box>
  );
};
