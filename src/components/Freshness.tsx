import ScheduleIcon from '@mui/icons-material/Schedule';
import { Box } from '@mui/material';
import { formatDateTime } from '../domain/dateText.ts';
import { isOldMirror, serviceHoursOf } from '../domain/serviceHours.ts';
import { t } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';
import { useNow } from './useNow.ts';

/** 『AINAS 10/05 14:00 現在』: when what is shown was mirrored; amber when it is old and still matters (docs/decisions.md D-15d). */
export const Freshness = ({ at, settled = false }: { at: string | null | undefined; settled?: boolean }) => {
  const { settings } = useProfile();
  const now = useNow();
  if (at === null || at === undefined) return null;
  const old = !settled && isOldMirror(at, now, serviceHoursOf(settings['service_hours']));
  return (
    <Box component="span" data-old={old} title={old ? t('fresh.old') : undefined} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, fontSize: '0.75rem', whiteSpace: 'nowrap', ...(old ? { color: 'warning.main', fontWeight: 700 } : { color: 'text.secondary' }) }}>
      {old && <ScheduleIcon aria-label={t('fresh.old')} sx={{ fontSize: '0.875rem' }} />}
      {t('fresh.at', { at: formatDateTime(at).slice(5) })}
    </Box>
  );
};
