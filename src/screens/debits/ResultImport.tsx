import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileDrop } from '../../components/FileDrop.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import type { ImportResult } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

const HEAD = (['line', 'column', 'value', 'message'] as const).map((key) => ({ label: t(`debit.${key}`), ...(key === 'line' ? { align: 'right' as const } : {}) }));

const Told = ({ result }: { result: ImportResult }) => (result.rejected.length === 0
  ? <Alert severity="success">{t('debit.result_ok', { count: result.updated })}</Alert>
  : (
    <>
      <Alert severity="error" sx={{ mb: 1 }}>{t('debit.result_bad')}</Alert>
      <MiniTable head={HEAD} empty="" rows={result.rejected.slice(0, 200).map(({ line, column, value, message }, at) => ({ key: at, cells: [line, column, value, message] }))} />
    </>
  ));

/** The bank's answer for a day: read first, then taken in whole or not at all. */
export const ResultImport = ({ day, onDone }: { day: string; onDone: (message: string) => void }) => {
  const actions = useActions();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [error, setError] = useState('');
  const run = async (preview: boolean): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    setError('');
    try {
      const answer = await actions.importFile('debit-result', file, preview, { debit_on: day });
      if (preview) setResult(answer);
      else {
        onDone(t('debit.result_done', { count: answer.updated }));
        await queries.invalidateQueries();
      }
    } catch (cause) {
      setResult(null);
      setError(toAppError(cause).message);
    }
    setBusy(false);
  };
  return (
    <SectionCard title={t('debit.import')}>
      <Typography sx={{ mb: 1 }}>{t('debit.import_hint')}</Typography>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: '20rem' }}><FileDrop file={file} accept=".txt,.dat,.csv" disabled={busy} onFile={(next) => { setFile(next); setResult(null); setError(''); }} /></Box>
        <Button variant={result === null ? 'contained' : 'outlined'} disabled={file === null || busy} onClick={() => void run(true)}>{t('debit.check')}</Button>
        <Button variant="contained" disabled={busy || result === null || result.rejected.length > 0} onClick={() => void run(false)}>{t('debit.take_in')}</Button>
      </Box>
      {busy && <ProgressLine label={t('intake.checking')} />}
      {error !== '' && <Alert severity="error" sx={{ mt: 1 }}>{error}</Alert>}
      {result !== null && <Box sx={{ mt: 1 }}><Told result={result} /></Box>}
    </SectionCard>
  );
};
