import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useFormState, useWatch } from 'react-hook-form';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { HoldDialog } from './HoldDialog.tsx';

type RequestButtonsProps = { busy: boolean; failure: string[]; onSave: () => void; onSend: () => void; onHold: (day: string) => void; onBack: () => void };

/** 確定（保存） keeps 依頼前; 確定して送信 only for those who may send (the database judges again). */
export const RequestButtons = ({ busy, failure, onSave, onSend, onHold, onBack }: RequestButtonsProps) => {
  const { role } = useProfile();
  const { errors, isSubmitted } = useFormState();
  const [holding, setHolding] = useState(false);
  const expires: unknown = useWatch({ name: 'inspection_expires_on' });
  const maySend = canAccess(role, { resource: 'applications', action: 'act' });
  return (
    <Box sx={{ position: 'sticky', bottom: -8, bgcolor: 'background.default', py: 1, display: 'flex', gap: 1, flexWrap: 'wrap', zIndex: 2 }}>
      {failure.length > 0 && <Alert severity="error" role="alert" sx={{ width: '100%' }}>{failure.map((line) => <div key={line}>{line}</div>)}</Alert>}
      {isSubmitted && Object.keys(errors).length > 0 && <Alert severity="error" role="alert" sx={{ width: '100%' }}>{t('ra.message.invalid_form')}</Alert>}
      <Button variant={maySend ? 'outlined' : 'contained'} disabled={busy} onClick={onSave}>{t('form.save')}</Button>
      {maySend && <Button variant="contained" disabled={busy} onClick={onSend}>{t('form.save_send')}</Button>}
      {maySend && <Button variant="outlined" disabled={busy} onClick={() => setHolding(true)}>{t('hold.save_hold')}</Button>}
      <Button disabled={busy} onClick={onBack}>{t('action.back')}</Button>
      {holding && <HoldDialog expiresOn={typeof expires === 'string' && expires !== '' ? expires : null} onHold={(day) => { setHolding(false); onHold(day); }} onClose={() => setHolding(false)} />}
    </Box>
  );
};
