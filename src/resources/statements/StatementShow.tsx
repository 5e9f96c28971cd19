import { Alert, Button, Card, GlobalStyles } from '@mui/material';
import { useGetList, useRecordContext } from 'react-admin';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
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

/** On paper the sheet brings its own heading. */
const print = { '@media print': { '#main-content > div:has(> h1)': { display: 'none' } } };

/** 引落予定明細 as the page it is on paper; 印刷 prints it on A4. */
export const StatementShow = () => {
  const garage = reachOf(useProfile().role) === 'garage';
  return (
    <OfficeShow
      title={garage ? t('statement.garage_title') : t('statement.heading')} sub={(record) => String(record['number'])}
      actions={<Button variant="outlined" onClick={() => window.print()}>{t('action.print')}</Button>}
    >
      <GlobalStyles styles={print} />
      <Sheet />
    </OfficeShow>
  );
};
