import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { isUrgent, nextDueFee, type Case } from './case.ts';

/** 納付 on one line: what is paid of what is known, and the next date in red when it is near. */
export const feesText = (fees: NonNullable<Case['fees']>): string => {
  if (fees.length === 0) return t('case.fees_none');
  const settled = fees.filter(({ status }) => status === 'paid' || status === 'waived').length;
  return t('case.fees_paid', { paid: settled, all: fees.length });
};

export const FeesState = () => {
  const record = useRecordContext<Case>();
  const { today } = useProfile();
  const fees = record?.fees ?? [];
  const due = record?.outcome === 'open' ? nextDueFee(fees) : undefined;
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {feesText(fees)}
      {fees.some(({ status }) => status === 'failed') && <Box component="span" sx={{ color: 'error.main', fontWeight: 700, ml: 0.75 }}>{t('case.fees_failed')}</Box>}
      {due?.due_on && (
        <Box component="span" sx={{ ml: 0.75, ...(isUrgent(due.due_on, today) ? { color: 'error.main', fontWeight: 700 } : { color: 'text.secondary' }) }}>
          {t('case.fees_due', { date: formatDate(due.due_on) })}
        </Box>
      )}
    </Box>
  );
};
