import CheckIcon from '@mui/icons-material/Check';
import { Box, Typography } from '@mui/material';
import { useStatuses, type StatusAxis } from '../../components/useStatuses.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { t } from '../../i18n/translate.ts';
import type { Case } from './case.ts';
import { filingSteps, ossSteps, type Step } from './steps.ts';

const StepItem = ({ step, axis, record }: { step: Step; axis: StatusAxis; record: Case }) => {
  const { rowOf, loaded } = useStatuses(axis);
  if (!loaded) return null;
  const row = rowOf(step.code, record.vehicle_kind);
  const fromFile = step.state === 'now' && step.code === 'unknown' ? record.oss_status_label : null;
  const label = fromFile ?? row?.label_ja ?? step.code;
  return (
    <Box component="li" aria-current={step.state === 'now' ? 'step' : undefined} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, '&:not(:last-of-type)::after': { content: '"›"', color: 'text.secondary', px: 0.5 } }}>
      {step.state === 'now' ? <StatusBadge label={label} turn={row?.turn ?? 'trouble'} /> : (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', fontSize: '0.75rem', color: 'text.secondary', opacity: step.state === 'done' ? 1 : 0.75 }}>
          {step.state === 'done' && <CheckIcon aria-label={t('case.step_done')} sx={{ fontSize: '0.875rem' }} />}{label}
        </Box>
      )}
    </Box>
  );
};

const Way = ({ title, steps, axis, record }: { title: string; steps: Step[]; axis: StatusAxis; record: Case }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '7.5rem 1fr' }, alignItems: 'center' }}>
    <Typography sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{title}</Typography>
    <Box component="ol" aria-label={title} sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', rowGap: 0.25, m: 0, p: 0 }}>
      {steps.map((step) => <StepItem key={step.code} step={step} axis={axis} record={record} />)}
    </Box>
  </Box>
);

/** Both statuses as steps with today's place. */
export const CaseSteps = ({ record }: { record: Case }) => (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    <Way title={t('case.step_filing')} steps={filingSteps(record)} axis="filing_statuses" record={record} />
    <Way title={t('case.step_oss')} steps={ossSteps(record)} axis="oss_statuses" record={record} />
  </Box>
);
