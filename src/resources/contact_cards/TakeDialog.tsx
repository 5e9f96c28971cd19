import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useCaseAct } from '../applications/useCaseAct.ts';
import { filledValues, problemsOfValues, type Card, type CardField, type CardValues } from './card.ts';
import { ValueFields } from './ValueFields.tsx';

type Props = { card: Card; values: CardValues; vehicleKind: string; caseVersion: number | undefined; onClose: () => void };

/** The values of the answer, ready for the case: looked over, corrected where needed, taken over, and the card is done. */
export const TakeDialog = ({ card, values: answered, vehicleKind, caseVersion, onClose }: Props) => {
  const { run, busy, failure } = useCaseAct(onClose);
  const fields = card.fields.filter((field): field is CardField => answered[field] !== undefined);
  const [values, setValues] = useState<CardValues>(answered);
  const problems = problemsOfValues(fields, values);
  const takes = card.state === 'answered' && fields.length > 0;
  const ends = card.state === 'answered' ? t('card.close') : t('card.cancel');
  const hint = card.state === 'answered' ? t('card.take_none') : card.question;
  const take = async () => {
    await run('close_card', { p_id: card.id, p_version: caseVersion ?? null, p_values: takes ? filledValues(fields, values) : null }, takes ? 'card.taken' : 'card.closed');
  };
  return (
    <ConfirmDialog open title={takes ? t('card.take_title') : ends} confirmLabel={takes ? t('card.take') : ends} busy={busy} disabled={Object.keys(problems).length > 0} onConfirm={() => void take()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary">{takes ? t('card.take_hint') : hint}</Typography>
      {takes && <ValueFields fields={fields} values={values} problems={problems} vehicleKind={vehicleKind} onChange={(field, value) => setValues((old) => ({ ...old, [field]: value }))} />}
    </ConfirmDialog>
  );
};
