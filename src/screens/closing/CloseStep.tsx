import { Box, Button, Typography } from '@mui/material';
import { t } from '../../i18n/translate.ts';
import { type ClosingOverview, type ClosingPreview, hardRefusals, needsReason, type StepState } from './closingData.ts';
import { Refusals } from './Refusals.tsx';
import { Doer, Step } from './Step.tsx';

/** 5: 締める, or why not; afterwards who closed it and with which reason. */
export const CloseStep = ({ preview, overview, mayAct, onClose }: { preview: ClosingPreview; overview: ClosingOverview; mayAct: boolean; onClose: () => void }) => {
  const closed = preview.status !== 'open';
  // A closed month refuses to be closed again; that is no news here.
  const refusals = closed ? [] : hardRefusals(preview).filter(({ code }) => code !== 'month_already_closed');
  const elsewhere = !closed && preview.refusals.some(({ code }) => code === 'month_already_closed');
  const openState: StepState = refusals.length > 0 || elsewhere ? 'problem' : 'todo';
  const free = !closed && openState === 'todo';
  return (
    <Step
      number={5} title={t('closing.step_close')} state={closed ? 'done' : openState} {...(free ? { word: t('closing.open') } : {})}
      doers={<><Doer label={t('closing.reopened_by')} act={overview.reopened} /><Doer label={t('closing.closed_by')} act={overview.closed} /></>}
    >
      <Refusals refusals={refusals} />
      {elsewhere && <Typography>{t('closing.settled_elsewhere')}</Typography>}
      {overview.reason !== null && <Typography sx={{ mb: 1 }}>{t('closing.recorded_reason', { reason: overview.reason })}</Typography>}
      {free && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
          {mayAct && <Button variant="contained" onClick={onClose}>{t('closing.close')}</Button>}
          <Typography>{mayAct ? t(needsReason(preview) ? 'closing.ready_with_reason' : 'closing.ready') : t('closing.read_only')}</Typography>
        </Box>
      )}
    </Step>
  );
};
