import { Alert, Box, Button } from '@mui/material';
import { useFormState } from 'react-hook-form';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';

type RequestButtonsProps = { busy: boolean; failure: string[]; onSave: () => void; onSend: () => void; onBack: () => void };

/** 確定（保存） keeps 依頼前; 確定して送信 only for those who may send (the database judges again). */
export const RequestButtons = ({ busy, failure, onSave, onSend, onBack }: RequestButtonsProps) => {
  const { role } = useProfile();
  const { errors, isSubmitted } = useFormState();
  const maySend = canAccess(role, { resource: 'applications', action: 'act' });
  return (
    <Box sx={{ position: 'sticky', bottom: -8, bgcolor: 'background.default', py: 1, display: 'flex', gap: 1, flexWrap: 'wrap', zIndex: 2 }}>
      {failure.length > 0 && <Alert severity="error" role="alert" sx={{ width: '100%' }}>{failure.map((line) => <div key={line}>{line}</div>)}</Alert>}
      {isSubmitted && Object.keys(errors).length > 0 && <Alert severity="error" role="alert" sx={{ width: '100%' }}>{t('ra.message.invalid_form')}</Alert>}
      <Button variant={maySend ? 'outlined' : 'contained'} disabled={busy} onClick={onSave}>{t('form.save')}</Button>
      {maySend && <Button variant="contained" disabled={busy} onClick={onSend}>{t('form.save_send')}</Button>}
      <Button disabled={busy} onClick={onBack}>{t('action.back')}</Button>
    </Box>
  );
};
