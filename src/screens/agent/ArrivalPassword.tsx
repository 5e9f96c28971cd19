import { Alert, Box, Button, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Case } from '../../resources/applications/case.ts';

/** How long the password stands on the screen. */
const SHOWN_MS = 30_000;

/** 到達番号パスワード valid on the case's 申請日時, on a click that is logged; gone again by itself. */
export const ArrivalPassword = ({ record }: { record: Case }) => {
  const { readArrivalPassword } = useActions();
  const [shown, setShown] = useState<{ password: string; valid_from: string }>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const reveal = async () => {
    setFailure('');
    try {
      setShown(await readArrivalPassword(Number(record.id)));
    } catch (error) {
      setFailure(toAppError(error).message);
    }
  };
  return (
    <Box data-print="none" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 1 }}>
      {shown === undefined ? <Button variant="outlined" onClick={() => void reveal()}>{t('agent.reveal')}</Button> : (
        <><strong><code>{shown.password}</code></strong><Button onClick={() => setShown(undefined)}>{t('agent.hide')}</Button></>
      )}
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{shown === undefined ? t('agent.reveal_hint') : t('agent.revealed', { at: formatDateTime(shown.valid_from) })}</Typography>
      {failure !== '' && <Alert severity="warning" role="alert">{failure}</Alert>}
    </Box>
  );
};
