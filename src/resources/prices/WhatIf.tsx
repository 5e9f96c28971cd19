import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard.tsx';
import { moneyText } from '../../components/values.ts';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { PRICE_ITEMS } from '../../domain/price.ts';
import { toHalf } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type Answer = { month: string; count: number; before: number; after: number };

/** What another price would have made of a month that is over; nothing is saved. */
export const WhatIf = () => {
  const { today } = useProfile();
  const actions = useActions();
  const months = Array.from({ length: 13 }, (_, back) => addMonths(monthOf(today), -1 - back));
  const [typed, setTyped] = useState({ item: 'usage', amount: '', month: months[0] ?? today });
  const amount = toHalf(typed.amount).replaceAll(',', '');
  const ask = useMutation({ mutationFn: () => actions.read<Answer>('price_what_if', { p_item: typed.item, p_amount: Number(amount), p_month: typed.month }) });
  const field = (name: keyof typeof typed) => ({ value: typed[name], onChange: (event: { target: { value: string } }) => { ask.reset(); setTyped({ ...typed, [name]: event.target.value }); } });
  const { data } = ask;
  return (
    <SectionCard title={t('what_if.title')}>
      <Typography color="text.secondary" sx={{ mb: 1, fontSize: '0.8125rem' }}>{t('what_if.explain')}</Typography>
      <Box component="form" onSubmit={(event) => { event.preventDefault(); if (/^\d{1,7}$/.test(amount)) ask.mutate(); }} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField select label={t('what_if.item')} {...field('item')} sx={{ minWidth: '14rem' }}>{PRICE_ITEMS.map((item) => <MenuItem key={item} value={item}>{t(`price.item.${item}`)}</MenuItem>)}</TextField>
        <TextField label={t('what_if.amount')} {...field('amount')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} sx={{ width: '9rem' }} />
        <TextField select label={t('what_if.month')} {...field('month')} sx={{ minWidth: '9rem' }}>{months.map((month) => <MenuItem key={month} value={month}>{formatMonth(month)}</MenuItem>)}</TextField>
        <Button type="submit" variant="outlined" disabled={!/^\d{1,7}$/.test(amount) || ask.isPending}>{t('what_if.run')}</Button>
      </Box>
      {ask.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(ask.error).message}</Alert>}
      {data !== undefined && (
        <Typography role="status" sx={{ mt: 1, fontWeight: 700 }}>
          {data.count === 0 ? t('what_if.none', { month: formatMonth(data.month) })
            : t('what_if.result', { month: formatMonth(data.month), count: data.count, before: moneyText(data.before), after: moneyText(data.after), difference: `${data.after >= data.before ? '+' : ''}${moneyText(data.after - data.before)}` })}
        </Typography>
      )}
    </SectionCard>
  );
};
