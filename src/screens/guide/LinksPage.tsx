import OpenInNew from '@mui/icons-material/OpenInNew';
import { Box, Link, Typography } from '@mui/material';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { linkGroups } from '../../i18n/links.ts';
import { t } from '../../i18n/translate.ts';

/** リンク集: the places outside that belong to the work (docs/domain.md §7). */
export const LinksPage = () => (
  <Box sx={{ maxWidth: '60rem' }}>
    <PageTitle title={t('guide.links')} />
    <Typography color="text.secondary" sx={{ mb: 1 }}>{t('guide.links_hint')}</Typography>
    {linkGroups.map(({ title, links }) => (
      <SectionCard key={title} title={title}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {links.map(({ label, url }) => (
            <li key={label}><Link href={url} target="_blank" rel="noreferrer">{label} <OpenInNew sx={{ fontSize: '0.875rem', verticalAlign: '-0.125rem' }} /></Link></li>
          ))}
        </Box>
      </SectionCard>
    ))}
  </Box>
);
