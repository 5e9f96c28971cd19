import { Box, Card, Typography, useTheme } from '@mui/material';
import type { ReactNode } from 'react';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { TONE_COLOURS } from '../../theme/tones.ts';
import { type Act, STEP_TONES, type StepState } from './closingData.ts';

const MARKS: Record<StepState, string> = { done: '✓', todo: '!', problem: '×', waiting: '…' };

/** Who did it and when; nothing before it was done. */
export const Doer = ({ label, act }: { label: string; act: Act }) =>
  act.at === null ? null : (
    <Typography component="span" color="text.secondary" sx={{ fontSize: '0.8125rem', whiteSpace: 'nowrap' }}>
      {label} {t('closing.by_at', { at: dateText(act.at, true), by: act.by ?? t('closing.unknown_person') })}
    </Typography>
  );

/** A first cell that may take two lines, so that the figures beside it stay in sight on a phone. */
export const Wrap = ({ children }: { children: ReactNode }) => <Box component="span" sx={{ display: 'block', whiteSpace: 'normal', minWidth: { xs: '8rem', sm: '12rem' } }}>{children}</Box>;

const wordOfState = (state: StepState): string => t(`closing.${state}`);

/** One step of the checklist: number, name, how it stands (colour, sign and word), who did it to the right. */
export const Step = ({ number, title, state, word = wordOfState(state), doers, children }: { number: number; title: string; state: StepState; word?: string; doers?: ReactNode; children: ReactNode }) => {
  const { mode } = useTheme().palette;
  const { text, ground } = TONE_COLOURS[mode][STEP_TONES[state]];
  return (
    <Card component="li" aria-label={`${number} ${title}（${word}）`} sx={{ p: 1.5, mb: 1, listStyle: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        <Box aria-hidden sx={{ width: '1.5rem', height: '1.5rem', borderRadius: '50%', bgcolor: ground, color: text, display: 'grid', placeItems: 'center', fontWeight: 700, flex: 'none' }}>{MARKS[state]}</Box>
        <Typography variant="h2">{number}. {title}</Typography>
        <Box component="span" sx={{ bgcolor: ground, color: text, borderRadius: 1, px: 0.75, fontSize: '0.75rem', lineHeight: '1.375rem' }}>{word}</Box>
        <Box sx={{ flex: 1 }} />
        {doers}
      </Box>
      {children}
    </Card>
  );
};
