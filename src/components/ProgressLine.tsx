import { Box, LinearProgress, Typography } from '@mui/material';
import { t } from '../i18n/translate.ts';

/** How far something long has come; without `total` only that it runs. */
export const ProgressLine = ({ label = t('progress.running'), done = 0, total }: { label?: string; done?: number; total?: number }) => (
  <Box role="status" sx={{ py: 1 }}>
    <Typography>{total === undefined ? label : `${label} ${t('progress.of', { done, total })}`}</Typography>
    {total === undefined ? <LinearProgress /> : <LinearProgress variant="determinate" value={total === 0 ? 100 : Math.min(100, (done / total) * 100)} />}
  </Box>
);
