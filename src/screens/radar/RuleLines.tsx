import { Alert, Box, Button, Card, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { MuteDialog } from './MuteDialog.tsx';
import { RadarRow } from './RadarRow.tsx';
import { type RuleName, useMute, useRadarLines } from './radarData.ts';

/** The lines of one rule, with why they are here and what to do; `mutedCount` leads to those taken off the list. */
export const RuleLines = ({ rule, today, mutedCount }: { rule: RuleName; today: string; mutedCount: number }) => {
  const { role } = useProfile();
  const notify = useNotify();
  const [muted, setMuted] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useRadarLines(rule, muted);
  const mute = useMute();
  const lines = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const unmute = (id: number) => mute.mutate({ rule, id, until: null, note: null }, {
    onSuccess: () => notify(t('radar.unmuted_done'), { type: 'success' }),
    onError: (cause) => notify(toAppError(cause).message, { type: 'error' }),
  });
  return (
    <Card component="section" aria-label={t(`radar.rules.${rule}`)}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.5, py: 1, flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: '14rem' }}>
          <Typography variant="h2">{t(`radar.rules.${rule}`)}</Typography>
          <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t(`radar.hints.${rule}`)}</Typography>
        </Box>
        {(muted || mutedCount > 0) && <Button size="small" onClick={() => setMuted(!muted)}>{muted ? t('radar.shown_toggle') : t('radar.muted_toggle', { count: mutedCount })}</Button>}
      </Box>
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {isPending && <Skeleton height="6rem" sx={{ mx: 1.5 }} />}
      {!isPending && error === null && lines.length === 0 && <Typography color="text.secondary" sx={{ px: 1.5, pb: 1.5 }}>{t('radar.rule_none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {lines.map((line) => (
          <RadarRow key={line.id} rule={rule} line={line} today={today} mayMute={role !== 'hq_viewer'} onMute={() => setAsked(line.id)} onUnmute={() => unmute(line.id)} />
        ))}
      </Box>
      {hasNextPage && <Button fullWidth disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('radar.more')}</Button>}
      {asked !== null && <MuteDialog rule={rule} id={asked} today={today} onClose={() => setAsked(null)} />}
    </Card>
  );
};
