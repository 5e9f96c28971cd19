import { Box, Button, Chip } from '@mui/material';
import { Link, useRecordContext } from 'react-admin';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { shorteningWindow } from '../../domain/shortening.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { nextRequestOf, type Car } from './car.ts';

/** 次の満了日, red when it has passed, marked when it was worked out. */
export const DueField = () => {
  const car = useRecordContext<Car>();
  const { today } = useProfile();
  if (car?.next_expires_on == null) return null;
  const over = car.next_expires_on < today && car.last_outcome !== 'open';
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', ...(over ? { color: 'error.main', fontWeight: 700 } : {}) }} title={over ? t('car.overdue') : undefined}>
      {dateText(car.next_expires_on)}
      {car.expiry_estimated && <Chip size="small" variant="outlined" label={t('car.estimated')} title={t('car.estimated_hint')} sx={{ ml: 0.5, height: '1.25rem' }} />}
    </Box>
  );
};

/** First day on which a request of the car shortens nothing. */
export const FreeFromField = () => {
  const due = useRecordContext<Car>()?.next_expires_on;
  return <span>{due == null ? '' : dateText(shorteningWindow(due).freeFrom)}</span>;
};

export const OutcomeField = () => {
  const outcome = useRecordContext<Car>()?.last_outcome;
  if (outcome === undefined) return null;
  return outcome === 'open' ? <StatusBadge label={t('car.in_progress')} turn="agent" /> : <span>{wordOf('outcome', outcome)}</span>;
};

const stop = (event: { stopPropagation: () => void }) => event.stopPropagation();

/** 次の依頼を作る, for those who write requests; a car that is under way leads to its case. */
export const NextButton = () => {
  const car = useRecordContext<Car>();
  const { role } = useProfile();
  if (car === undefined) return null;
  if (car.last_outcome === 'open') return <Button size="small" component={Link} to={`/applications/${car.last_application_id}/show`} onClick={stop}>{t('former.show')}</Button>;
  if (!canAccess(role, { resource: 'applications', action: 'create' })) return null;
  return <Button size="small" variant="outlined" component={Link} to={nextRequestOf(car)} onClick={stop}>{t('car.next')}</Button>;
};
