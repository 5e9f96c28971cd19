import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

/** What the 通知書 hands over. `password` is shown here and nowhere else, ever (docs/decisions.md D-6). */
export type Issued = { signInName: string; name: string; place: string; password: string };

const Line = ({ label, children, strong = false }: { label: string; children: string; strong?: boolean }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: '8rem 1fr', alignItems: 'center', borderBottom: 1, borderColor: 'divider', py: 0.75 }}>
    <Box component="dt" sx={{ color: 'text.secondary' }}>{label}</Box>
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', ...(strong ? { fontFamily: '"Cascadia Mono", Consolas, "Liberation Mono", monospace', fontSize: '1.25rem', fontWeight: 700, letterSpacing: '0.06em' } : {}) }}>{children}</Box>
  </Box>
);

/** 初期パスワード通知書: a page of its own, so that it prints as one sheet; leaving it forgets the password. */
export const PasswordNotice = ({ issued, onClose }: { issued: Issued; onClose: () => void }) => {
  const { today, settings } = useProfile();
  const notify = useNotify();
  const copy = () => void navigator.clipboard.writeText(issued.password).then(() => notify(t('password_notice.copied'), { type: 'success' }));
  return (
    <Box sx={{ maxWidth: '44rem' }}>
      <PageTitle title={t('password_notice.title')} />
      <Alert severity="warning" data-print="none" sx={{ mb: 1 }}>{t('password_notice.once')}</Alert>
      <Card component="section" sx={{ p: 3, mb: 1 }}>
        <Typography sx={{ fontSize: '1.125rem', mb: 2 }}>{t('password_notice.sir', { name: issued.name })}</Typography>
        <Box component="dl" sx={{ m: 0, mb: 2 }}>
          <Line label={t('password_notice.place')}>{issued.place}</Line>
          <Line label={t('password_notice.address')}>{window.location.origin}</Line>
          <Line label={t('password_notice.login_id')} strong>{issued.signInName}</Line>
          <Line label={t('password_notice.password')} strong>{issued.password}</Line>
          <Line label={t('password_notice.issued')}>{dateText(today)}</Line>
        </Box>
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {[t('password_notice.step_first'), t('password_notice.step_change'), t('password_notice.step_secret')].map((step) => <li key={step}>{step}</li>)}
        </Box>
        <Typography color="text.secondary" sx={{ mt: 1 }}>{t('password_notice.similar')}</Typography>
        <Typography sx={{ mt: 2, textAlign: 'right' }}>{String(settings['association_name'] ?? '')}</Typography>
      </Card>
      <Box data-print="none" sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" onClick={() => window.print()}>{t('action.print')}</Button>
        <Button variant="outlined" onClick={copy}>{t('password_notice.copy')}</Button>
        <Button onClick={onClose}>{t('password_notice.close')}</Button>
      </Box>
    </Box>
  );
};
