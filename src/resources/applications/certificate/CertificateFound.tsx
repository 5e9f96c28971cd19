import { Alert, Box } from '@mui/material';
import { t } from '../../../i18n/translate.ts';
import type { Found } from './found.ts';

/** What was read from a 車検証, to be compared with the paper, and what it would replace in the form. */
export const CertificateFound = ({ items, withoutExpiry }: { items: Found[]; withoutExpiry: boolean }) => (
  <Box component="section" aria-label={t('certificate.found')} sx={{ mt: 1.5 }}>
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(8rem, auto) 1fr', columnGap: 2, rowGap: 0.5 }}>
      {items.map(({ label, shown, before }) => [
        <Box component="dt" key={`${label}-label`} sx={{ color: 'text.secondary' }}>{label}</Box>,
        <Box component="dd" key={label} sx={{ m: 0, fontWeight: 700, overflowWrap: 'anywhere' }}>
          {shown}
          {before !== '' && <Box component="span" sx={{ display: 'block', fontWeight: 400, color: 'warning.main' }}>{t('certificate.before', { before })}</Box>}
        </Box>,
      ])}
    </Box>
    {withoutExpiry && <Alert severity="info" sx={{ mt: 1 }}>{t('certificate.expires_missing')}</Alert>}
  </Box>
);
