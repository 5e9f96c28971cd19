import { Box, Button } from '@mui/material';
import { useNavigate, useSaveContext } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { t } from '../i18n/translate.ts';

/** 確定 and 戻る under a form. `back` leaves without saving; the page before when left out. */
export const FormToolbar = ({ back, label = t('action.confirm') }: { back?: () => void; label?: string }) => {
  const navigate = useNavigate();
  const { saving } = useSaveContext();
  const { isSubmitting } = useFormState();
  const busy = saving === true || isSubmitting;
  return (
    <Box sx={{ display: 'flex', gap: 1, pt: 1 }}>
      <Button type="submit" variant="contained" disabled={busy}>{label}</Button>
      <Button variant="outlined" onClick={back ?? (() => navigate(-1))}>{t('action.back')}</Button>
    </Box>
  );
};
