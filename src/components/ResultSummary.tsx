import { Alert, Box } from '@mui/material';
import { t } from '../i18n/translate.ts';

export type Outcome = { id: number | string; ok: boolean; message?: string };

export const resultText = (outcomes: Outcome[]): string => {
  const done = outcomes.filter(({ ok }) => ok).length;
  const failed = outcomes.length - done;
  if (failed === 0) return t('result.done', { count: done });
  return done === 0 ? t('result.failed', { failed }) : t('result.partly', { done, failed });
};

/** 48件を処理しました。2件は処理できませんでした。 and the two, each with its reason. `nameOf` words an id for people. */
export const ResultSummary = ({ outcomes, nameOf = String, onClose }: { outcomes: Outcome[]; nameOf?: (id: number | string) => string; onClose?: () => void }) => {
  const failures = outcomes.filter(({ ok }) => !ok);
  return (
    <Alert severity={failures.length === 0 ? 'success' : 'warning'} {...(onClose === undefined ? {} : { onClose })}>
      {resultText(outcomes)}
      {failures.length > 0 && (
        <Box component="ul" aria-label={t('result.reason')} sx={{ m: 0, pl: 2.5, maxHeight: '12rem', overflow: 'auto' }}>
          {failures.map(({ id, message }) => <li key={id}>{`${nameOf(id)}：${message ?? ''}`}</li>)}
        </Box>
      )}
    </Alert>
  );
};
