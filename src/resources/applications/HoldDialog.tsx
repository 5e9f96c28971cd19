import { Alert, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { dateText } from '../../components/values.ts';
import { shorteningOn, shorteningWindow } from '../../domain/shortening.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

/** The first day on which nothing is shortened, or today when that has passed. */
const firstDay = (expiresOn: string | null, today: string): string => {
  const free = expiresOn === null ? today : shorteningWindow(expiresOn).freeFrom;
  return free > today ? free : today;
};

/** What is wrong with a day that may be chosen all the same. */
const warningOf = (expiresOn: string | null, day: string): string | undefined => {
  if (expiresOn === null || day === '') return undefined;
  if (day > expiresOn) return t('hold.after_expiry', { date: dateText(expiresOn) });
  return shorteningOn(expiresOn, day) === 'none' ? undefined : t('hold.shortened');
};

type HoldDialogProps = { expiresOn: string | null; heldUntil?: string | null; busy?: boolean; onHold: (day: string) => void; onClose: () => void };

/** 予約送信: asks for the day; the first on which nothing is shortened is offered (docs/domain.md §8.3). */
export const HoldDialog = ({ expiresOn, heldUntil = null, busy = false, onHold, onClose }: HoldDialogProps) => {
  const { today } = useProfile();
  const [day, setDay] = useState(heldUntil ?? firstDay(expiresOn, today));
  const past = day === '' || day < today;
  const warning = warningOf(expiresOn, day);
  return (
    <ConfirmDialog open title={t('hold.title')} confirmLabel={t('hold.confirm')} busy={busy} disabled={past} onConfirm={() => onHold(day)} onClose={onClose}>
      <Typography sx={{ mb: 1 }}>{t('hold.explain')}</Typography>
      <Alert severity="info" sx={{ mb: 1 }}>{expiresOn === null ? t('hold.any_day') : t('hold.first_free', { date: dateText(shorteningWindow(expiresOn).freeFrom) })}</Alert>
      {warning !== undefined && <Alert severity="warning" sx={{ mb: 1 }}>{warning}</Alert>}
      <TextField
        type="date" label={t('hold.day')} value={day} onChange={(event) => setDay(event.target.value)} error={past} helperText={past ? t('hold.past') : ' '}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
      />
    </ConfirmDialog>
  );
};
