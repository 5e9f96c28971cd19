import Notifications from '@mui/icons-material/Notifications';
import { Badge, IconButton, Tooltip } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { useActions } from '../providers/context.tsx';

const FIVE_MINUTES = 300_000;

/** お知らせ with the number of unread ones, beside what is always at hand. */
export const NoticesButton = () => {
  const { read } = useActions();
  const { data: count = 0 } = useQuery({ queryKey: ['unreadNotices'], queryFn: () => read<number>('unread_notices'), refetchInterval: FIVE_MINUTES, retry: false });
  const label = count > 0 ? t('guide.unread', { count }) : t('guide.notices');
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" size="small" component={Link} to="/notices" aria-label={label}>
        <Badge badgeContent={count} color="error" max={99}><Notifications fontSize="small" /></Badge>
      </IconButton>
    </Tooltip>
  );
};
