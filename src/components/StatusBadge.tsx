import { Box, useTheme } from '@mui/material';
import { useProfile } from '../providers/context.tsx';
import { TONE_COLOURS, toneOf, type Tone, type Turn } from '../theme/tones.ts';

/** A shape a tone, so that colour is never alone: drawn in a 10 × 10 box. */
const SHAPES: Record<Tone, string> = {
  mine: 'M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10z', other: 'M5 0L10 5L5 10L0 5z', office: 'M1 1h8v8h-8z', trouble: 'M5 0.5L10 9.5H0z',
  done: 'M1 5L4 8L9 2L8 1L4 6L2 4z', ended: 'M0.5 4h9v2h-9z',
};

/** A status: its word, the shape and the colour of who must act next (`turn` of the lookup row). */
export const StatusBadge = ({ label, turn }: { label: string; turn: Turn }) => {
  const { role } = useProfile();
  const { mode } = useTheme().palette;
  const tone = toneOf(turn, role);
  const { text, ground } = TONE_COLOURS[mode][tone];
  return (
    <Box component="span" data-tone={tone} title={label} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, px: 0.75, borderRadius: 1, color: text, bgcolor: ground, whiteSpace: 'nowrap', fontSize: '0.75rem', lineHeight: '1.375rem', printColorAdjust: 'exact' }}>
      <svg width="0.625rem" height="0.625rem" viewBox="0 0 10 10" aria-hidden="true"><path d={SHAPES[tone]} fill="currentColor" /></svg>
      {label}
    </Box>
  );
};
