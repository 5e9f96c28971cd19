import { Box, Link, Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { dateText } from '../../components/values.ts';
import { t, type MessageKey } from '../../i18n/translate.ts';
import { TickInput } from './TickInput.tsx';

/** Where a garage and its agent look things up (docs/domain.md §1.2). */
const LINKS: { label: MessageKey; to: string; kind?: string }[] = [
  { label: 'prerequisites.hotekisho', to: 'https://www.jaspa.or.jp/portals/ossuser/' },
  { label: 'prerequisites.portal', to: 'https://www.oss.mlit.go.jp/', kind: 'registered' },
  { label: 'prerequisites.kei', to: 'https://www.k-oss.keikenkyo.or.jp/', kind: 'kei' },
  { label: 'prerequisites.card', to: 'https://www.car-cashless.mlit.go.jp/cashless-web/', kind: 'registered' },
];

/** Links to the portals of a kind. */
export const PortalLinks = ({ kind }: { kind: string }) => (
  <Box data-print="none" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', fontSize: '0.8125rem', mt: 0.5 }}>
    <span>{t('prerequisites.links')}：</span>
    {LINKS.filter((link) => (link.kind ?? kind) === kind).map(({ label, to }) => <Link key={to} href={to} target="_blank" rel="noreferrer">{t(label)}</Link>)}
  </Box>
);

const Checked = ({ source }: { source: string }) => {
  const day: unknown = useWatch({ name: source });
  return typeof day === 'string' && day !== '' ? t('prerequisites.checked', { date: dateText(day) }) : '';
};

/** The two things that must be there before 送信 (docs/domain.md §8.1), as a list to tick; the day of the tick is kept by the database. */
export const Prerequisites = ({ kind }: { kind: string }) => (
  <Box sx={{ mb: 1 }}>
    <Typography sx={{ fontWeight: 700 }}>{t('prerequisites.title')}</Typography>
    {([['hotekisho_ready', 'prerequisites.certificate', 'hotekisho_checked_on'], ['liability_ready', 'prerequisites.liability', 'liability_checked_on']] as const).map(([source, tick, day]) => (
      <Box key={source} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <TickInput source={source} tick={t(tick)} hideLabel />
        <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}><Checked source={day} /></Typography>
      </Box>
    ))}
    <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('prerequisites.paper')}</Typography>
    <PortalLinks kind={kind} />
  </Box>
);
