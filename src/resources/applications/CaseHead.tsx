import { Box, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { PlateView } from '../../components/PlateView.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { formatDate, formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Turn } from '../../theme/tones.ts';
import { AlertLetters } from './AlertLetters.tsx';
import { caseName, daysInStep, isUrgent, nextDueFee, type Case, type Fee } from './case.ts';
import { CaseSteps } from './CaseSteps.tsx';
import { feeName } from './historyText.ts';

const inWords = (day: string, today: string): string => {
  const days = daysBetween(today, day);
  if (days === 0) return t('case.due_today');
  return days > 0 ? t('case.due_in', { days }) : t('case.due_over', { days: -days });
};

const Deadline = ({ label, day }: { label: string; day: string }) => {
  const { today } = useProfile();
  return (
    <Box component="span" sx={isUrgent(day, today) ? { color: 'error.main', fontWeight: 700 } : {}}>
      {`${label} ${formatDate(day)}（${inWords(day, today)}）`}
    </Box>
  );
};

/** Age in this step, who acts next, and the next deadline. */
const CaseClock = ({ record, fees }: { record: Case; fees: Fee[] }) => {
  const { today } = useProfile();
  const filing = useStatuses('filing_statuses').rowOf(record.filing_status, record.vehicle_kind);
  const oss = useStatuses('oss_statuses').rowOf(record.oss_status ?? '', record.vehicle_kind);
  const turn: Turn | undefined = oss?.turn ?? filing?.turn;
  const open = record.outcome === 'open';
  const due = open ? nextDueFee(fees) : undefined;
  const days = daysInStep(record, today);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.8125rem' }}>
      <span>{days === 0 ? t('case.age_today') : t('case.age', { days })}（{t('case.since', { at: formatDateTime(record.status_changed_at) })}）</span>
      {open && turn !== undefined && <span>{t('case.actor_next', { who: wordOf('turn', turn) })}</span>}
      {due?.due_on && <Deadline label={t('case.due_fee', { fee: feeName(due.fee_kind, record.vehicle_kind) })} day={due.due_on} />}
      {open && record.inspection_expires_on && <Deadline label={t('case.expires')} day={record.inspection_expires_on} />}
    </Box>
  );
};

/** The plate drawn, number, company and site, both statuses as steps, age and deadline. */
export const CaseHead = ({ record, fees, compact = false }: { record: Case; fees: Fee[]; compact?: boolean }) => (
  <Box component="section" aria-label={caseName(record)} sx={{ display: 'grid', gap: 1, p: 1.5, mb: 1, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <PlateView plate={record} size={compact ? '1rem' : '1.25rem'} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <Typography component="span" sx={{ fontSize: '1.125rem', fontWeight: 700 }}>{`${t('case.number')} ${record.application_no ?? t('format.none')}`}</Typography>
          <Typography component="span" color="text.secondary">{`${t('case.request')} ${record.request_no}`}</Typography>
          <Typography component="span" color="text.secondary">{wordOf('vehicle_kind', record.vehicle_kind)}・{wordOf('application_type', record.application_type)}</Typography>
          <AlertLetters />
        </Box>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {record.requester && <Link to={`/requesters/${record.requester.id}/show`}>{record.requester.name}</Link>}
          {record.site && <span>{`${record.site.code} ${record.site.name}`}</span>}
        </Box>
      </Box>
    </Box>
    <CaseSteps record={record} />
    <CaseClock record={record} fees={fees} />
  </Box>
);
