import { Alert, Box, Button, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { t } from '../../i18n/translate.ts';
import type { ClosingOverview, ClosingPreview, StepState } from './closingData.ts';
import { Doer, Step } from './Step.tsx';
import type { ClosingAction } from './useClosing.ts';

const STATES: Record<ClosingPreview['status'], StepState> = { open: 'waiting', closed: 'todo', published: 'done' };

/** 6: what the closing made, with the ways to it, and 公開 / 再開. */
export const ResultStep = ({ month, preview, overview, mayAct, onAct }: { month: string; preview: ClosingPreview; overview: ClosingOverview; mayAct: boolean; onAct: (action: ClosingAction) => void }) => {
  const filter = encodeURIComponent(JSON.stringify({ month, status: ['closed', 'published'] }));
  return (
    <Step number={6} title={t('closing.step_result')} state={STATES[preview.status]} {...(preview.status === 'open' ? {} : { word: t(preview.status === 'closed' ? 'closing.unpublished' : 'closing.published') })} doers={<Doer label={t('closing.published_by')} act={overview.published} />}>
      {preview.status === 'open' ? <Typography>{t('closing.not_closed_yet')}</Typography> : (
        <>
          <Typography>
            {t('closing.statements')} {t('format.count', { count: preview.statements })}、{t('closing.total')} <Money amount={preview.totals.total} />。
            {t(preview.status === 'closed' ? 'closing.unpublished_hint' : 'closing.published_hint')}
          </Typography>
          {preview.status === 'closed' && preview.registration_no === null && <Alert severity="warning" sx={{ mt: 1 }}>{t('statement.no_registration')}</Alert>}
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }} data-print="none">
            <Button variant="outlined" component={Link} to={`/statements?filter=${filter}`}>{t('closing.to_statements')}</Button>
            <Button variant="outlined" component={Link} to="/reports">{t('closing.to_details')}</Button>
            <Button variant="outlined" component={Link} to="/usage">{t('closing.to_usage')}</Button>
            {preview.status === 'closed' && mayAct && (
              <>
                <Box sx={{ flex: 1 }} />
                <Button color="error" onClick={() => onAct('reopen')}>{t('closing.reopen')}</Button>
                <Button variant="contained" onClick={() => onAct('publish')}>{t('closing.publish')}</Button>
              </>
            )}
          </Box>
        </>
      )}
    </Step>
  );
};
