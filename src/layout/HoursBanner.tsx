import { Box } from '@mui/material';
import { useEffect, useState } from 'react';
import { isServiceTime, serviceHoursOf } from '../domain/serviceHours.ts';
import { t } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';

const MINUTE = 60_000;
const dayText = (day: string): string => day.split('-').map(Number).join('/');

/** One line, outside the hours of AINAS only; nothing is refused by it (docs/decisions.md D-36). */
export const HoursBanner = () => {
  const hours = serviceHoursOf(useProfile().settings['service_hours']);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  if (isServiceTime(now, hours)) return null;
  return (
    <Box role="status" data-print="none" sx={{ flex: 'none', px: 1.5, py: 0.25, fontSize: '0.8125rem', bgcolor: 'warning.main', color: 'warning.contrastText' }}>
      {t('guide.outside_hours', { ...hours, closed_from: dayText(hours.closed_from), closed_to: dayText(hours.closed_to) })}
    </Box>
  );
};
