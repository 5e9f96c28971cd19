import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { usePermissions, useRefresh } from 'react-admin';
import { waitingText } from '../../components/approvalAnswer.ts';
import { FileDrop } from '../../components/FileDrop.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t, translate } from '../../i18n/translate.ts';
import { importKinds } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { useImport } from './useImport.ts';

/** 取り込む: kind and file, 内容を確認, then 取り込む. A changed file or kind starts over. */
export const ImportPanel = () => {
  const role = usePermissions().permissions;
  const kinds = role === undefined ? [] : importKinds(role);
  const me = useProfile().display_name;
  const [kind, setKind] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const refresh = useRefresh();
  const { step, progress, result, error, run, reset } = useImport(refresh);
  const chosen = kind || (kinds[0] ?? '');
  if (kinds.length === 0) return null;
  const good = result === null ? 0 : result.inserted + result.updated;
  return (
    <SectionCard>
      <Typography sx={{ mb: 1 }}>{t('intake.explain')}</Typography>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField select label={t('intake.choose_kind')} value={chosen} onChange={(event) => { setKind(event.target.value); reset(); }} sx={{ minWidth: '18rem' }} disabled={step === 'busy'}>
          {kinds.map((each) => <MenuItem key={each} value={each}>{translate(`import_kind.${each}`)}</MenuItem>)}
        </TextField>
        <Box sx={{ flex: 1, minWidth: '20rem' }}>
          <FileDrop file={file} accept=".csv,.xlsx" disabled={step === 'busy'} onFile={(next) => { setFile(next); reset(); }} />
        </Box>
        <Button variant={step === 'idle' ? 'contained' : 'outlined'} disabled={file === null || step === 'busy'} onClick={() => file && void run(chosen, file, true)}>{t('intake.check')}</Button>
        <Button variant={step === 'previewed' ? 'contained' : 'outlined'} disabled={file === null || step !== 'previewed' || good === 0} onClick={() => file && void run(chosen, file, false)}>{t('intake.take_in')}</Button>
      </Box>
      {step === 'busy' && <ProgressLine {...progress} />}
      {error !== null && <Alert severity="error" sx={{ mt: 1 }}>{error}</Alert>}
      {result !== null && (
        <Box sx={{ mt: 1 }}>
          <Alert severity={step === 'done' ? 'success' : 'info'} sx={{ mb: 1 }}>
            {step === 'done' ? waitingText(result, me) ?? t('intake.import_done') : t('intake.preview_done')}
            {step === 'previewed' && good === 0 && (result.unchanged > 0 ? t('intake.nothing_new') : t('intake.all_bad'))}
          </Alert>
          <ImportOutcome result={result} />
        </Box>
      )}
    </SectionCard>
  );
};
