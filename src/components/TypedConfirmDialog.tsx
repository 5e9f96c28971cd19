import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { t } from '../i18n/translate.ts';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';

/** For closing and deletion only: the person types `word` (a month, a code) before 確定 can be pressed. */
export const TypedConfirmDialog = ({ word, children, onClose, disabled = false, ...props }: ConfirmDialogProps & { word: string }) => {
  const [typed, setTyped] = useState('');
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <ConfirmDialog {...props} danger onClose={close} disabled={disabled || typed.normalize('NFKC').trim() !== word.normalize('NFKC')}>
      {children}
      <Typography sx={{ mt: 1 }}>{t('dialog.typed_prompt', { word })}</Typography>
      <TextField autoFocus fullWidth label={t('dialog.typed_label')} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
    </ConfirmDialog>
  );
};
