import { Alert, Box } from '@mui/material';
import { dateText, wordOf } from '../../components/values.ts';
import type { CertificateData } from '../../domain/certificateText.ts';
import { formatPlate } from '../../domain/plate.ts';
import { t, translate } from '../../i18n/translate.ts';

const field = (name: string): string => translate(`resources.applications.fields.${name}`);

/** What was read from a 車検証, to be compared with the paper. */
export const CertificateFound = ({ data: { kind, plate, chassisNo, expiresOn, certificateNo, user } }: { data: CertificateData }) => {
  const lines = [
    [field('vehicle_kind'), kind === null ? '' : wordOf('vehicle_kind', kind)], [field('plate'), plate === null ? '' : formatPlate(plate)], [field('chassis_no'), chassisNo ?? ''],
    [field('inspection_expires_on'), dateText(expiresOn)], [field('certificate_no'), kind === 'kei' ? certificateNo ?? '' : ''],
    [field('user.name'), user?.name ?? ''], [field('user.address_1'), user?.address_1 ?? ''], [field('user.address_2'), user?.address_2 ?? ''],
  ].filter(([, value]) => value !== '');
  return (
    <Box component="section" aria-label={t('certificate.found')} sx={{ mt: 1.5 }}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(8rem, auto) 1fr', columnGap: 2, rowGap: 0.5 }}>
        {lines.map(([label, value]) => [
          <Box component="dt" key={`${label}-label`} sx={{ color: 'text.secondary' }}>{label}</Box>,
          <Box component="dd" key={label} sx={{ m: 0, fontWeight: 700, overflowWrap: 'anywhere' }}>{value}</Box>,
        ])}
      </Box>
      {expiresOn === null && <Alert severity="info" sx={{ mt: 1 }}>{t('certificate.expires_missing')}</Alert>}
    </Box>
  );
};
