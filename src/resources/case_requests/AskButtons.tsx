import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { caseName, type Case } from '../applications/case.ts';
import { AskDialog } from './AskDialog.tsx';

/** What the company may ask the branch to do now: exactly what the row says. */
export const AskButtons = ({ record }: { record: Case }) => {
  const [kind, setKind] = useState<string>();
  const kinds = record.request_kinds ?? [];
  if (kinds.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.75, mt: 0.5 }}>
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{t('ask.hint')}</Typography>
      {kinds.map((name) => <Button key={name} variant="outlined" onClick={() => setKind(name)} sx={{ justifyContent: 'flex-start' }}>{t('ask.button', { kind: wordOf('ask_kind', name) })}</Button>)}
      {kind !== undefined && <AskDialog id={Number(record.id)} kind={kind} subject={caseName(record)} onClose={() => setKind(undefined)} />}
    </Box>
  );
};
