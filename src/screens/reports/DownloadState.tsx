import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useSyncExternalStore } from 'react';
import { t } from '../../i18n/translate.ts';
import type { DownloadStore } from './downloadStore.ts';

/** How far the download is, with 中止, and how it ended. */
export const DownloadState = ({ store, cancel }: { store: DownloadStore; cancel: () => void }) => {
  const { progress, outcome } = useSyncExternalStore(store.subscribe, store.get);
  return (
    <Box>
      {progress !== null && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box role="status" sx={{ flex: 1, py: 1 }}>
            <Typography>{progress.label}</Typography>
            {progress.share === undefined ? <LinearProgress /> : <LinearProgress variant="determinate" value={progress.share * 100} />}
          </Box>
          <Button variant="outlined" onClick={cancel}>{t('reports.cancel')}</Button>
        </Box>
      )}
      {outcome !== null && progress === null && <Alert severity={outcome.severity} sx={{ my: 1 }}>{outcome.message}</Alert>}
    </Box>
  );
};
