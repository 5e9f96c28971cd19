import { Alert, Autocomplete, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { waitingText } from '../../components/approvalAnswer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { toHalf } from '../../domain/reader.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type Company = RaRecord<number> & { code: string; name: string };

const yenOf = (typed: string): number => {
  const plain = toHalf(typed).replaceAll(',', '').replace(/^[▲−－]/, '-').trim();
  return /^-?\d{1,8}$/.test(plain) ? Number(plain) : 0;
};

/** 調整 of a company, in the first open month; negative and taxable is a 返還. */
export const AdjustmentDialog = ({ onSaved, onClose }: { onSaved: (message: string) => void; onClose: () => void }) => {
  const actions = useActions();
  const queries = useQueryClient();
  const me = useProfile().display_name;
  const [q, setQ] = useState('');
  const [company, setCompany] = useState<Company | null>(null);
  const [typed, setTyped] = useState({ amount: '', taxable: 'true', label: '', reason: '' });
  const { data } = useGetList<Company>('requesters', { filter: q === '' ? {} : { q }, pagination: { page: 1, perPage: 25 } });
  const amount = yenOf(typed.amount);
  const save = useMutation({
    mutationFn: () => actions.rpc('add_adjustment', {
      p_requester_id: company?.id, p_amount: amount, p_taxable: typed.taxable === 'true', p_label: typed.label.trim(), p_reason: typed.reason.trim(),
    }),
    onSuccess: (answer) => onSaved(waitingText(answer, me) ?? t('corrections.saved')),
    onSettled: () => queries.invalidateQueries(),
  });
  const field = (name: keyof typeof typed) => ({ fullWidth: true, required: true, value: typed[name], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  const complete = company !== null && amount !== 0 && typed.label.trim() !== '' && typed.reason.trim() !== '';
  return (
    <ConfirmDialog open title={t('corrections.add_title')} busy={save.isPending} disabled={!complete} onConfirm={() => save.mutate()} onClose={onClose}>
      <Typography sx={{ mb: 1 }}>{t('corrections.add_explain')}</Typography>
      <Autocomplete
        options={data ?? []} value={company} filterOptions={(options) => options} getOptionLabel={({ code, name }) => `${code} ${name}`} isOptionEqualToValue={(a, b) => a.id === b.id}
        onChange={(_, next) => setCompany(next)} onInputChange={(_, next, why) => why === 'input' && setQ(next)} noOptionsText={t('list.no_options')}
        renderInput={(params) => <TextField {...params} autoFocus required label={t('corrections.company')} />}
      />
      <TextField label={t('corrections.amount')} {...field('amount')} error={typed.amount !== '' && typed.amount !== '-' && amount === 0} helperText={typed.amount !== '' && typed.amount !== '-' && amount === 0 ? t('corrections.must_be_yen') : ' '} />
      <TextField select label={t('corrections.tax')} {...field('taxable')}>
        <MenuItem value="true">{t('corrections.taxable')}</MenuItem>
        <MenuItem value="false">{t('corrections.untaxed')}</MenuItem>
      </TextField>
      {typed.taxable === 'true' && amount < 0 && <Alert severity="info" sx={{ my: 1 }}>{t('corrections.note_return')}</Alert>}
      <TextField label={t('corrections.label')} {...field('label')} slotProps={{ htmlInput: { maxLength: 60 } }} />
      <TextField multiline minRows={2} label={t('corrections.reason')} {...field('reason')} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {save.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(save.error).message}</Alert>}
    </ConfirmDialog>
  );
};
