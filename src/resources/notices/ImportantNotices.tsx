import { Box, Button } from '@mui/material';
import { Link, useGetList } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { publicationOf } from './noticeWords.tsx';

const SHOWN = 3;

/** The newest important notices, for the first screen after sign-in; nothing when there are none. */
export const ImportantNotices = () => {
  const { today } = useProfile();
  const { data = [] } = useGetList('notices', { filter: { important: true, posted_on: { to: today } }, pagination: { page: 1, perPage: 20 }, sort: { field: 'posted_on', order: 'DESC' } });
  const current = data.filter((notice) => publicationOf(notice, today) === 'published').slice(0, SHOWN);
  if (current.length === 0) return null;
  return (
    <SectionCard title={t('notice.important_title')} action={<Button component={Link} to="/notices">{t('notice.see_all')}</Button>}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {current.map((notice) => (
          <Box component="li" key={notice.id} sx={{ display: 'flex', gap: 1, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
            <Box component="span" sx={{ flex: 'none' }}>{dateText(String(notice['posted_on']))}</Box>
            <Link to={`/notices/${notice.id}/show`}>{String(notice['title'])}</Link>
          </Box>
        ))}
      </Box>
    </SectionCard>
  );
};
