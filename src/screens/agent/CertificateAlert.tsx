import { Alert, Button } from '@mui/material';
import { Link } from 'react-admin';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useAgentState } from './agentData.ts';

/** Says that the branch's certificate is missing, not valid any more or about to end; nothing while all is well. */
export const CertificateAlert = ({ branch, link = false }: { branch: number | null; link?: boolean }) => {
  const { data } = useAgentState(branch);
  const state = data?.certificate_state;
  if (data === undefined || data === null || state === undefined || state === 'valid') return null;
  return (
    <Alert severity={state === 'ending' ? 'warning' : 'error'} sx={{ mb: 1 }} action={link && <Button component={Link} to="/agent" color="inherit" size="small">{t('agent.alert_link')}</Button>}>
      {t(`agent.alert_${state}`, { date: dateText(data.certificate_ends_on) })}
    </Alert>
  );
};
