import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { waitingText } from '../../components/approvalAnswer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FormGrid } from '../../components/FormGrid.tsx';
import { dateText } from '../../components/values.ts';
import { addDays } from '../../domain/calendar.ts';
import { PRICE_ITEMS, priceProblems, priceTaxRate, type TypedPrice } from '../../domain/price.ts';
import { toHalf } from '../../domain/reader.ts';
import { t, translate } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

const PROBLEMS = { item: t('price.choose_item'), amount: t('price.must_be_yen'), valid_from: t('price.must_be_future') } as const;

type Prepared = { item: string; valid_from: string; version: number };

/** 本部経理 prepares a price of tomorrow or later; the one before it then ends the day before. */
export const PriceDialog = ({ prices, onSaved, onClose }: { prices: readonly Prepared[]; onSaved: (message: string) => void; onClose: () => void }) => {
  const { today, display_name: me } = useProfile();
  const actions = useActions();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<TypedPrice>({ item: '', amount: '', valid_from: '' });
  const [tried, setTried] = useState(false);
  const read = { ...typed, amount: toHalf(typed.amount).replaceAll(',', '') };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      // one that is prepared for that day already is changed as it was read
      const version = prices.find(({ item, valid_from }) => item === read.item && valid_from === read.valid_from)?.version;
      return actions.rpc('save_price', { p: { ...read, tax_rate: priceTaxRate(read.item), version } });
    },
    onSuccess: (answer) => onSaved(waitingText(answer, me) ?? t('price.saved', { item: translate(`price.item.${read.item}`), from: dateText(read.valid_from) })),
    onSettled: () => queries.invalidateQueries(),
  });
  const problems = priceProblems(read, today);
  // The asterisk alone: the browser's own bubbles speak its language, not the product's.
  const field = (name: keyof TypedPrice) => ({
    fullWidth: true, value: typed[name], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    error: tried && problems.includes(name), helperText: tried && problems.includes(name) ? PROBLEMS[name] : ' ',
  });
  const save = () => {
    setTried(true);
    if (problems.length === 0) mutate();
  };
  return (
    <ConfirmDialog open title={t('price.add_title')} busy={isPending} onConfirm={save} onClose={onClose}>
      <Typography sx={{ mb: 1 }}>{t('price.add_explain')}</Typography>
      {error !== null && <Alert severity="error" sx={{ mb: 1 }}>{toAppError(error).message}</Alert>}
      <TextField select autoFocus label={t('price.kind')} {...field('item')} slotProps={{ inputLabel: { required: true } }}>
        {PRICE_ITEMS.map((item) => <MenuItem key={item} value={item}>{t(`price.item.${item}`)}</MenuItem>)}
      </TextField>
      <FormGrid>
        <TextField label={t('price.amount')} {...field('amount')} slotProps={{ inputLabel: { required: true }, htmlInput: { inputMode: 'numeric' } }} />
        <TextField type="date" label={t('resources.prices.fields.valid_from')} {...field('valid_from')} slotProps={{ inputLabel: { shrink: true, required: true }, htmlInput: { min: addDays(today, 1) } }} />
      </FormGrid>
    </ConfirmDialog>
  );
};
