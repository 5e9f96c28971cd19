import { Box, ButtonBase, useTheme } from '@mui/material';
import { Link } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { changeOf, rateText, type Change } from './compare.ts';
import { COLUMNS, placesOf } from './tileMap.ts';
import type { BranchRow } from './types.ts';

const COLOURS: Record<'light' | 'dark', Record<Change, { bg: string; ink: string }>> = {
  light: { more: { bg: '#cfe8d6', ink: '#0c4521' }, same: { bg: '#e9edef', ink: '#1b2227' }, less: { bg: '#fbd9c6', ink: '#6b2600' }, none: { bg: 'transparent', ink: '#4c565e' } },
  dark: { more: { bg: '#1c4a2c', ink: '#c4f0d0' }, same: { bg: '#2c343a', ink: '#e7ebee' }, less: { bg: '#5a2c12', ink: '#ffd9c2' }, none: { bg: 'transparent', ink: '#aab4bb' } },
};
/** A sign beside the colour, so that colour is never alone. */
const SIGNS: Record<Change, string> = { more: '↑', same: '→', less: '↓', none: '' };

const Tile = ({ branch, at: [column, row] }: { branch: BranchRow; at: readonly [number, number] }) => {
  const { mode } = useTheme().palette;
  const change = changeOf(branch.day, branch.week_before);
  const { bg, ink } = COLOURS[mode][change];
  const words = `${branch.office} ${t('dashboard.day_count')} ${branch.day}、${t('dashboard.week_before')} ${branch.week_before}（${rateText(branch.day, branch.week_before)}）`;
  const filter = encodeURIComponent(JSON.stringify({ agent_branch_id: String(branch.id) }));
  return (
    <ButtonBase
      component={Link} to={`/applications?filter=${filter}`} title={words} aria-label={words}
      sx={{ gridColumn: column + 1, gridRow: row + 1, flexDirection: 'column', bgcolor: bg, color: ink, border: 1, borderColor: 'divider', borderRadius: '3px', minWidth: 0, py: 0.25, fontSize: '0.6875rem', lineHeight: 1.25, '&:hover': { outline: 2, outlineColor: 'primary.main' } }}
    >
      <Box component="span" sx={{ whiteSpace: 'nowrap', ...(branch.office.length > 2 ? { fontSize: '0.625rem', letterSpacing: '-0.08em' } : {}) }}>{branch.office}</Box>
      <Box component="span" sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>{branch.day}{SIGNS[change]}</Box>
    </ButtonBase>
  );
};

const LEGEND: readonly { change: Change; label: string }[] = [
  { change: 'more', label: t('dashboard.map_more') }, { change: 'same', label: t('dashboard.map_same') }, { change: 'less', label: t('dashboard.map_less') },
];
const Legend = () => {
  const { mode } = useTheme().palette;
  return (
    <Box sx={{ display: { xs: 'none', sm: 'flex' }, gap: 1.5, fontSize: '0.75rem', mt: 1 }}>
      {LEGEND.map(({ change, label }) => <Box component="span" key={change} sx={{ px: 0.75, bgcolor: COLOURS[mode][change].bg, color: COLOURS[mode][change].ink, borderRadius: '3px' }}>{`${SIGNS[change]} ${label}`}</Box>)}
    </Box>
  );
};

/** The country as tiles, one a branch, roughly where it lies; each leads to the branch's cases. A phone has the table instead. */
export const BranchMap = ({ branches }: { branches: BranchRow[] }) => {
  const places = placesOf(branches.map(({ code }) => code));
  return (
    <>
      <Box sx={{ display: { xs: 'none', sm: 'grid' }, gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`, gap: '2px' }}>
        {branches.map((branch) => <Tile key={branch.code} branch={branch} at={places.get(branch.code) ?? [0, 0]} />)}
      </Box>
      <Legend />
    </>
  );
};
