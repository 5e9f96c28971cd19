import { Alert, Box, Button, Typography } from '@mui/material';
import { saveFile } from '../../components/download.ts';
import { toWorkbook } from '../../components/exportRows.ts';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t, type MessageKey } from '../../i18n/translate.ts';
import type { ImportRejection, ImportResult } from '../../providers/actions.ts';

/** Rows that a page shows well; all of them go into the downloaded list. */
const SHOWN = 200;

const head = (['line', 'column', 'value', 'message'] as const).map((key) => ({ label: t(`intake.${key}`), ...(key === 'line' ? { align: 'right' as const } : {}) }));

const download = async (title: string, cells: ImportRejection[]): Promise<void> =>
  saveFile(await toWorkbook(title, [head.map(({ label }) => label), ...cells.map(({ line, column, value, message }) => [line, column, value, message])]), `${title}.xlsx`);

const Cells = ({ title, cells, severity }: { title: string; cells: ImportRejection[]; severity: 'error' | 'warning' }) =>
  cells.length === 0 ? null : (
    <SectionCard title={title} action={<Button onClick={() => void download(title, cells)}>{t('action.download')}</Button>}>
      {cells.length > SHOWN && <Alert severity={severity} sx={{ mb: 1 }}>{t('intake.first_rows', { count: SHOWN })}</Alert>}
      <MiniTable
        head={head} empty=""
        rows={cells.slice(0, SHOWN).map(({ line, column, value, message }, at) => ({ key: at, cells: [line.toLocaleString('ja-JP'), column, value, <Box key="m" sx={{ whiteSpace: 'normal' }}>{message}</Box>] }))}
      />
    </SectionCard>
  );

const Count = ({ label, count, color }: { label: MessageKey; count: number; color?: string }) => (
  <Box sx={{ minWidth: '6rem' }}>
    <Typography variant="body2" color="text.secondary">{t(label)}</Typography>
    <Typography sx={{ fontSize: '1.25rem', fontWeight: 700, ...(color === undefined || count === 0 ? {} : { color }) }}>{t('format.count', { count })}</Typography>
  </Box>
);

const linesOf = (cells: { line: number }[]): number => new Set(cells.map(({ line }) => line)).size;

/** Counts of an import or its preview, and every cell that was refused, by line and column. */
export const ImportOutcome = ({ result }: { result: ImportResult }) => (
  <>
    <SectionCard>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        {(['read', 'inserted', 'updated', 'unchanged'] as const).map((key) => <Count key={key} label={`intake.${key}`} count={result[key]} />)}
        <Count label="intake.rejected" count={linesOf(result.rejected)} color="error.main" />
        <Count label="intake.warnings" count={linesOf(result.warnings)} color="warning.main" />
      </Box>
    </SectionCard>
    <Cells title={t('intake.rejected_title')} cells={result.rejected} severity="error" />
    <Cells title={t('intake.warnings_title')} cells={result.warnings} severity="warning" />
  </>
);
