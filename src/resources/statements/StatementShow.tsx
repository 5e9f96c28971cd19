import { Alert, Button, Card, GlobalStyles } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify, useRecordContext } from 'react-admin';
import { saveFile } from '../../components/download.ts';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Statement, StatementLine } from './statement.ts';
import { StatementSheet } from './StatementSheet.tsx';

const Sheet = () => {
  const statement = useRecordContext<Statement>();
  const { data, isPending, error } = useGetList<StatementLine>('statement_lines', {
    filter: { statement_id: statement?.id }, pagination: { page: 1, perPage: 200 }, sort: { field: 'line_no', order: 'ASC' },
  }, { enabled: statement !== undefined });
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (isPending || statement === undefined) return <LoadingPage />;
  return (
    <Card sx={{ maxWidth: '56rem', p: { xs: 1.5, sm: 3 }, '@media print': { border: 0, p: 0, maxWidth: 'none', overflow: 'visible' } }}>
      <StatementSheet statement={statement} lines={data} />
    </Card>
  );
};

/** The PDF of the statement's month and company; a cancelled one has none. */
const PdfButton = () => {
  const statement = useRecordContext<Statement>();
  const { exportReport } = useActions();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  if (statement === undefined || statement.status === 'cancelled') return null;
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await exportReport({ report: 'debit_statement', format: 'pdf', month: statement.month.slice(0, 7), requester_id: statement.requester_id });
      saveFile(file, file.name);
    } catch (cause) {
      notify(toAppError(cause).message, { type: 'error' });
    }
    setBusy(false);
  };
  return <Button variant="outlined" disabled={busy} onClick={() => void download()}>{t('statement.download_pdf')}</Button>;
};

/** On paper the sheet brings its own heading. */
const print = { '@media print': { '#main-content > div:has(> h1)': { display: 'none' } } };

/** 引落予定明細 as the page it is on paper; 印刷 prints it on A4. */
export const StatementShow = () => {
  const garage = reachOf(useProfile().role) === 'garage';
  return (
    <OfficeShow
      title={garage ? t('statement.garage_title') : t('statement.heading')} sub={(record) => String(record['number'])}
      actions={<><PdfButton /><Button variant="outlined" onClick={() => window.print()}>{t('action.print')}</Button></>}
    >
      <GlobalStyles styles={print} />
      <Sheet />
    </OfficeShow>
  );
};
