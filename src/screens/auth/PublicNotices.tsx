import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import type { PublicNotice } from '../../providers/actions.ts';

const Line = ({ notice }: { notice: PublicNotice }) => (
  <Box component="li" sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
      <Typography component="time" color="text.secondary" sx={{ flex: 'none' }}>{dateText(notice.posted_on)}</Typography>
      {notice.important && <Typography component="strong" sx={{ color: 'error.main', fontWeight: 700, flex: 'none' }}>{t('auth.important')}</Typography>}
      <Typography sx={{ fontWeight: 600 }}>{notice.title}</Typography>
    </Box>
    <Typography sx={{ whiteSpace: 'pre-wrap', color: 'text.secondary' }}>{notice.body}</Typography>
  </Box>
);

/** Notices that anybody may read, newest first. A server that does not answer leaves the sign-in form usable. */
export const PublicNotices = () => {
  const { publicNotices } = useActions();
  const { data, isPending, error } = useQuery({ queryKey: ['publicNotices'], queryFn: publicNotices, retry: false });
  return (
    <SectionCard title={t('auth.notices')}>
      {isPending && <Skeleton height="4rem" />}
      {error && <Typography color="text.secondary">{error.message}</Typography>}
      {data?.length === 0 && <Typography color="text.secondary">{t('auth.no_notices')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>{data?.map((notice) => <Line key={notice.id} notice={notice} />)}</Box>
    </SectionCard>
  );
};
