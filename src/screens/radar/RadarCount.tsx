import { Typography } from '@mui/material';
import { formatCount } from '../../domain/money.ts';
import { t } from '../../i18n/translate.ts';
import { useRadar } from './radarData.ts';

/** The number of lines beside the menu's 要注意一覧; nothing while it is zero or unknown. */
export const RadarCount = () => {
  const { data } = useRadar();
  if (!data || data.total === 0) return null;
  return (
    <Typography component="span" aria-label={t('radar.menu_count', { count: data.total })} sx={{ fontSize: '0.75rem', fontWeight: 700, color: 'warning.main', flex: 'none' }}>{formatCount(data.total)}</Typography>
  );
};
