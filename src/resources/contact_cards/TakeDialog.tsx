import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { useRefreshCases } from '../applications/useRefreshCases.ts';
import { filledValues, problemsOfValues, type Card, type CardField, type CardValues } from './card.ts';
import { ValueFields } from './ValueFields.tsx';

type Props = { card: Card; values: CardValues; vehicleKind: string; caseVersion: number | undefined; onClose: () => void };

/** The values of the answer, ready for the case: looked over, corrected where needed, taken over, and the card is done. */
export const TakeDialog = ({ card, values: answered, vehicleKind, caseVersion, onClose }: Props) => {
  const { rpc } = useActions();
  const notify = useNotify();
  const refresh = useRefreshCases();
  const fields = card.fields.filter((field): field is CardField => answered[field] !== undefined);
  const [values, setValues] = useState<CardValues>(answered);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const problems = problemsOfValues(fields, values);
  const takes = card.state === 'answered' && fields.length > 0;
  const ends = card.state === 'answered' ? t('card.close') : t('card.cancel');
  const hint = card.state === 'answered' ? t('card.take_none') : card.question;
  const take = async () => {
    setBusy(true);
    try {
      await rpc('close_card', { p_id: card.id, p_version: caseVersion ?? null, p_values: takes ? filledValues(fields, values) : null });
      onClose();
      notify(t(takes ? 'card.taken' : 'card.closed'), { type: 'success' });
    } catch (error) {
      setFailure(toAppError(error).message);
    } finally {
      setBusy(false);
    }
    await refresh();
  };
  return (
    <ConfirmDialog open title={takes ? t('card.take_title') : ends} confirmLabel={takes ? t('card.take') : ends} busy={busy} disabled={Object.keys(problems).length > 0} onConfirm={() => void take()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary">{takes ? t('card.take_hint') : hint}</Typography>
      {takes && <ValueFields fields={fields} values={values} problems={problems} vehicleKind={vehicleKind} onChange={(field, value) => setValues((old) => ({ ...old, [field]: value }))} />}
    </ConfirmDialog>
  );
};
