import { Box, Link } from '@mui/material';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';

const LINKS = [
  { label: 'auth.link_ainas', to: 'https://www.aina.or.jp/' },
  { label: 'auth.link_hotekisho', to: 'https://www.jaspa.or.jp/portals/ossuser/' },
  { label: 'auth.link_portal', to: 'https://www.oss.mlit.go.jp/' },
  { label: 'auth.link_kei', to: 'https://www.k-oss.keikenkyo.or.jp/' },
] as const;

/** Places outside that people look for from the start page (docs/domain.md §7). */
export const PublicLinks = () => (
  <SectionCard title={t('auth.links')}>
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {LINKS.map(({ label, to }) => <li key={to}><Link href={to} target="_blank" rel="noreferrer">{t(label)}</Link></li>)}
    </Box>
  </SectionCard>
);
