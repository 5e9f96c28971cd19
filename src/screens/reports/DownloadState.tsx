import { Alert, Box, Button } from '@mui/material';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { t } from '../../i18n/translate.ts';
import type { useFeeDetails } from './useFeeDetails.ts';

/** How far the download is, with 中止, and how it ended. */
export const DownloadState = ({ progress, outcome, cancel }: Pick<ReturnType<typeof useFeeDetails>, 'progress' | 'outcome' | 'cancel'>) => (
  <Box aria-live="polite">
    {progress !== null && (
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}><ProgressLine {...progress} /></Box>
        <Button variant="outlined" onClick={cancel}>{t('reports.cancel')}</Button>
      </Box>
    )}
    {outcome !== null && progress === null && <Alert severity={outcome.severity} sx={{ my: 1 }}>{outcome.message}</Alert>}
  </Box>
);
