import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { useWorkForecast } from './useWorkList.ts';

/** 予約送信 that will reach the branch by itself in the days ahead; each figure leads to its list. Nothing while none waits. */
export const Forecast = ({ branch }: { branch: number }) => {
  const own = useProfile().branch !== null;
  const { data } = useWorkForecast(branch);
  if (data === undefined || data.week + data.stuck === 0) return null;
  const filter = { held_until: { from: null, to: data.last_day }, ...(own ? {} : { agent_branch_id: branch }) };
  const words = [t('work.forecast_today', { count: data.today }), t('work.forecast_tomorrow', { count: data.tomorrow }), t('work.forecast_week', { count: data.week })];
  return (
    <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline', flex: 'none', mb: 0.75 }}>
      <Typography component="span">{t('work.forecast')}　{words.join('・')}</Typography>
      {data.stuck > 0 && <Typography component="span" color="error" sx={{ fontWeight: 700 }}>{t('work.forecast_stuck', { count: data.stuck })}</Typography>}
      <MuiLink component={Link} to={`/applications?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=held_until&order=ASC`}>{t('work.forecast_list')}</MuiLink>
    </Box>
  );
};
