import { Alert, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { waitingText } from '../../components/approvalAnswer.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { CasePicker } from './CasePicker.tsx';
import type { Difference, DifferenceAct } from './difference.ts';

type Props = { difference: Difference; act: DifferenceAct; onDone: (message: string) => void; onClose: () => void };

const titleOf = ({ difference: { acceptance_no: number, own_amount, payee_amount }, act }: Props): string => {
  const amount = moneyText(payee_amount ?? own_amount);
  if (act === 'write_off') return t('payees.write_off_title', { number, amount });
  return act === 'attribute' ? t('payees.attribute_title', { number, amount }) : t('payees.settle_title', { number, as: t(`payees.${act}`) });
};

/** Settles a difference with a reason; what nobody was found for is given to a case that is looked for here. */
export const ActDialog = (props: Props) => {
  const { difference, act, onDone, onClose } = props;
  const actions = useActions();
  const queries = useQueryClient();
  const me = useProfile().display_name;
  const [reason, setReason] = useState('');
  const [applicationId, setApplicationId] = useState<number | null>(null);
  const run = useMutation({
    mutationFn: () => {
      if (act === 'write_off') return actions.rpc('write_off_advance', { p_id: difference.advance_id, p_reason: reason.trim() });
      if (act === 'attribute') return actions.rpc('attribute_payee_line', { p_line_id: difference.line_id, p_application_id: applicationId, p_reason: reason.trim() });
      return actions.rpc('settle_payee_line', { p_line_id: difference.line_id, p_as: act, p_reason: reason.trim() });
    },
    onSuccess: (answer) => onDone(waitingText(answer, me)
      ?? (act === 'attribute' ? t('payees.attributed') : t('payees.settled', { as: t(`payees.${act === 'write_off' ? 'borne' : act}`) }))),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <ConfirmDialog
      open title={titleOf(props)} busy={run.isPending} disabled={reason.trim() === '' || (act === 'attribute' && applicationId === null)} onConfirm={() => run.mutate()} onClose={onClose}
    >
      {act === 'write_off' && <Typography sx={{ mb: 1 }}>{t('payees.write_off_explain')}</Typography>}
      {act === 'attribute' && (
        <>
          <Typography sx={{ mb: 1 }}>{t('payees.attribute_explain')}</Typography>
          <CasePicker vehicleKind={difference.vehicle_kind} chosen={applicationId} onChoose={setApplicationId} />
        </>
      )}
      <TextField fullWidth multiline minRows={2} required label={t('payees.reason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {run.error !== null && <Alert severity="error" sx={{ mt: 1 }}>{toAppError(run.error).message}</Alert>}
    </ConfirmDialog>
  );
};
