import { Box, ButtonBase, Typography, useTheme } from '@mui/material';
import { Link } from 'react-admin';
import { formatCount } from '../../domain/money.ts';
import { formatDate } from '../../domain/dateText.ts';
import { jstWallClock } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { TONE_COLOURS } from '../../theme/tones.ts';
import type { Tile } from './queues.ts';

const dayOf = (instant: string): string => formatDate(jstWallClock(new Date(instant)));

const QueueTile = ({ tile }: { tile: Tile }) => {
  const { mode } = useTheme().palette;
  const { text, ground } = TONE_COLOURS[mode][tile.count === 0 ? 'ended' : tile.tone];
  const hint = tile.oldest === null ? tile.hint && t(tile.hint) : t('dashboard.oldest', { date: dayOf(tile.oldest) });
  return (
    <ButtonBase
      component={Link} to={tile.to} data-queue={tile.key}
      sx={{ display: 'grid', justifyItems: 'start', justifyContent: 'start', alignContent: 'start', textAlign: 'left', p: 1, borderRadius: 1, border: 1, borderColor: 'divider', borderLeft: 4, borderLeftColor: tile.count === 0 ? 'divider' : text, bgcolor: 'background.paper', '&:hover': { bgcolor: ground } }}
    >
      <Typography component="span" sx={{ fontSize: '0.8125rem', color: tile.count === 0 ? 'text.secondary' : 'text.primary' }}>{t(tile.label)}</Typography>
      <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 700, lineHeight: 1.3, color: tile.count === 0 ? 'text.secondary' : text }}>
        {formatCount(tile.count)}<Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 400, ml: 0.25 }}>{t('dashboard.cases')}</Box>
      </Typography>
      {hint && tile.count > 0 && <Typography component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{hint}</Typography>}
    </ButtonBase>
  );
};

/** 今日やること: counts that lead to the cases they count. */
export const QueueTiles = ({ tiles }: { tiles: Tile[] }) => (
  <Box component="nav" aria-label={t('dashboard.todo')} sx={{ display: 'grid', gap: 1, mb: 1, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(10.5rem, 1fr))' } }}>
    {tiles.map((tile) => <QueueTile key={tile.key} tile={tile} />)}
  </Box>
);
