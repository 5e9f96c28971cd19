import { Alert, Button } from '@mui/material';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import type { Draft, DraftMemory } from '../../components/draftMemory.ts';

const PAUSE_MS = 300;
const BY_ITSELF = ['site_id', 'agent_branch_id'];

/** Writes what is typed into the memory after a pause, and says so when the form began with a kept draft. */
export const DraftKeeper = ({ memory, version, step, restored, onDiscard }: { memory: DraftMemory; version: number | null; step: number; restored: Draft | undefined; onDiscard: () => void }) => {
  const { watch } = useFormContext();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = watch((values, { name, type }) => {
      // What was typed or filled in on a click: the places that inputs choose by themselves are not worth keeping.
      if (type !== 'change' && (name === undefined || BY_ITSELF.includes(name))) return;
      clearTimeout(timer);
      timer = setTimeout(() => memory.write({ version, step, values: { ...values } }), PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [memory, step, version, watch]);
  if (restored === undefined) return null;
  return (
    <Alert severity="info" sx={{ mb: 1 }} action={<Button color="inherit" onClick={onDiscard}>{t('form.discard')}</Button>}>
      {t('form.restored', { at: formatDateTime(restored.at) })}
    </Alert>
  );
};
