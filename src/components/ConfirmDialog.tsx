import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { t } from '../i18n/translate.ts';

export type ConfirmDialogProps = {
  open: boolean; title: string; children?: ReactNode; confirmLabel?: string; danger?: boolean; busy?: boolean; disabled?: boolean;
  /** Enter confirms at once: for acts that ask for nothing. */
  focusConfirm?: boolean;
  onConfirm: () => void; onClose: () => void;
};

/** Asks before an act that brings something in (a note, a date). Enter in a field of `children` confirms. */
export const ConfirmDialog = ({ open, title, children, confirmLabel = t('action.confirm'), danger = false, busy = false, disabled = false, focusConfirm = false, onConfirm, onClose }: ConfirmDialogProps) => {
  const id = useId();
  return (
    <Dialog open={open} onClose={busy ? undefined : onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog is a portal: without this the form below the dialog in React's tree would be submitted too.
          event.stopPropagation();
          if (!disabled && !busy) onConfirm();
        }}
      >
        <DialogTitle id={id} sx={{ fontSize: '1rem', fontWeight: 700 }}>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>{t('action.cancel')}</Button>
          <Button type="submit" variant="contained" autoFocus={focusConfirm} color={danger ? 'error' : 'primary'} disabled={busy || disabled}>{confirmLabel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
