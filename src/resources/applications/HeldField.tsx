import { Chip } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import type { Case } from './case.ts';
import { refusalText } from './refusal.ts';

/** 予約送信 of a draft: its day, or that it could not be sent and why. Nothing for the others. */
export const HeldField = () => {
  const record = useRecordContext<Case>();
  if (record?.held_until == null) return null;
  const problem = record.hold_problem ?? null;
  return (
    <Chip
      size="small" variant="outlined" color={problem === null ? 'info' : 'error'} sx={{ ml: 0.5, height: '1.375rem' }}
      label={problem === null ? t('hold.badge', { date: dateText(record.held_until) }) : t('hold.badge_problem')} title={problem === null ? t('hold.waits', { date: dateText(record.held_until) }) : refusalText(problem)}
    />
  );
};
