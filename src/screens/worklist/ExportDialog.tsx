import { Alert, Box, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, type Identifier } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { saveFile } from '../../components/download.ts';
import { toWorkbook } from '../../components/exportRows.ts';
import { jstWallClock } from '../../domain/calendar.ts';
import { toCp932 } from '../../domain/cp932.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { ainasCells, toCsv, type AinasOutRow } from '../../domain/imports/ainasOut.ts';
import type { HeaderMapping } from '../../domain/imports/headers.ts';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

type Out = {
  cases: number; waiting: number; before: number; skipped: { id: number; request_no: string }[]; last: { created_at: string; made_name: string | null; case_count: number } | null;
  headers?: HeaderMapping; rows?: AinasOutRow[];
};
type Format = 'csv' | 'xlsx';

const fileOf = async (format: Format, cells: string[][]): Promise<Blob> =>
  (format === 'xlsx' ? toWorkbook(t('out.file_name'), cells) : new Blob([toCp932(toCsv(cells))], { type: 'text/csv' }));

const Facts = ({ out, again }: { out: Out; again: boolean }) => (
  <>
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, my: 1, '& dd': { m: 0, fontWeight: 700 } }}>
      {(['waiting', 'before', 'cases'] as const).map((name) => [<dt key={name}>{t(`out.${name}`)}</dt>, <dd key={`${name} count`}>{t('format.count', { count: out[name] })}</dd>])}
    </Box>
    <Typography color="text.secondary">{out.last === null ? t('out.last_none') : t('out.last', { at: formatDateTime(out.last.created_at), who: out.last.made_name ?? '', count: out.last.case_count })}</Typography>
    {again && out.before > 0 && <Alert severity="warning" sx={{ mt: 1 }}>{t('out.again_warning', { count: out.before })}</Alert>}
    {out.skipped.length > 0 && <Alert severity="warning" sx={{ mt: 1 }}>{t('out.skipped', { count: out.skipped.length, names: out.skipped.slice(0, 10).map((row) => row.request_no).join('、') })}</Alert>}
  </>
);

/** 代理申請待ち as a file for AINAS: what it will hold, what went out before and when; made only on confirmation. */
export const ExportDialog = ({ branch, ticked, onClose }: { branch: number; ticked: Identifier[]; onClose: () => void }) => {
  const { rpc, read } = useActions();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const [again, setAgain] = useState(false);
  const [format, setFormat] = useState<Format>('csv');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const ask = { p_branch: branch, p_ids: ticked.length === 0 ? null : ticked, p_again: again, p_format: format };
  const { data: out, error } = useQuery({ queryKey: ['export_ainas', branch, ticked, again], queryFn: () => read<Out>('export_ainas', { ...ask, p_preview: true }), staleTime: 0 });
  const run = async () => {
    setBusy(true);
    try {
      const made = await rpc<Out>('export_ainas', ask);
      const stamp = jstWallClock(new Date()).replaceAll(/\D/g, '').slice(0, 12);
      saveFile(await fileOf(format, ainasCells(made.rows ?? [], made.headers)), `${t('out.file_name')}_${stamp}.${format}`);
      notify(t('out.done', { count: made.cases }), { type: 'success' });
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['work_list'] });
    } catch (cause) {
      setFailure(toAppError(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const problem = failure === '' ? error && toAppError(error).message : failure;
  return (
    <ConfirmDialog open title={t('out.title')} confirmLabel={t('out.run')} busy={busy} disabled={out === undefined || out.cases === 0} onConfirm={() => void run()} onClose={onClose}>
      {problem && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{problem}</Alert>}
      <Typography color="text.secondary">{t('out.hint')}</Typography>
      {ticked.length > 0 && <Typography sx={{ mt: 1 }}>{t('out.only_ticked', { count: ticked.length })}</Typography>}
      {out && <Facts out={out} again={again} />}
      <FormControlLabel control={<Checkbox checked={again} onChange={(_, on) => setAgain(on)} />} label={t('out.again')} />
      <TextField name="format" select label={t('out.format')} value={format} onChange={(event) => setFormat(event.target.value === 'xlsx' ? 'xlsx' : 'csv')} sx={{ display: 'flex', mt: 1, maxWidth: '14rem' }}>
        {(['csv', 'xlsx'] as const).map((name) => <MenuItem key={name} value={name}>{t(`out.${name}`)}</MenuItem>)}
      </TextField>
    </ConfirmDialog>
  );
};
