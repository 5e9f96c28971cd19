import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { CanAccess } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { saveFile } from '../../components/download.ts';
import { toWorkbook } from '../../components/exportRows.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { wordOf } from '../../components/values.ts';
import { addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t, translate } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { DepositCard } from './DepositCard.tsx';
import { AGES, BOOK, type Book, type Group, GROUPS, OWED } from './ledgerData.ts';
import { LedgerTable } from './LedgerTable.tsx';

type Part<K extends string> = { title: string; lines: ({ code: string | null; name: string | null; payee?: string } & Record<K, number>)[]; columns: readonly K[] };
const cellsOf = <K extends string>({ title, lines, columns }: Part<K>) => [
  [title], [t('ledger.code'), t('ledger.name'), t('ledger.part'), ...columns.map((column) => translate(`ledger.${column}`))],
  ...lines.map((line) => [line.code, line.name, line.payee === undefined ? null : wordOf('ledger.payee', line.payee), ...columns.map((column) => line[column])]), [],
];

const download = async (book: Book, group: Group): Promise<void> => {
  const cells = [
    ...cellsOf({ title: t('ledger.book'), lines: book.book, columns: BOOK }), ...cellsOf({ title: t('ledger.receivables'), lines: book.receivables, columns: OWED }),
    ...cellsOf({ title: t('ledger.ageing'), lines: book.ageing, columns: AGES }),
  ];
  saveFile(await toWorkbook(t('ledger.title'), cells), t('ledger.file', { month: book.month.slice(0, 7), group: t(`ledger.by.${group}`) }));
};

const Proof = ({ faults }: Pick<Book, 'faults'>) => {
  if (faults === null) return null;
  return faults === 0 ? <Alert severity="success" sx={{ mb: 1 }}>{t('ledger.balanced')}</Alert> : <Alert severity="error" sx={{ mb: 1 }}>{t('ledger.faults', { count: faults })}</Alert>;
};

const Ledger = () => {
  const { role, today } = useProfile();
  const actions = useActions();
  const [params, setParams] = useSearchParams();
  const months = Array.from({ length: 20 }, (_, back) => addMonths(monthOf(today), -back));
  const month = months.find((one) => one === params.get('month')) ?? addMonths(monthOf(today), -1);
  const group = GROUPS.find((one) => one === params.get('group')) ?? 'payee';
  const { data, error, isFetching } = useQuery({ queryKey: ['advance_book', month, group], queryFn: () => actions.read<Book>('advance_book', { p_month: month, p_group: group }) });
  const choose = (name: string) => (event: { target: { value: string } }) => setParams({ month, group, [name]: event.target.value }, { replace: true });
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('ledger.title')}>
        <TextField select label={t('ledger.month')} value={month} onChange={choose('month')} sx={{ minWidth: '10rem' }}>{months.map((one) => <MenuItem key={one} value={one}>{formatMonth(one)}</MenuItem>)}</TextField>
        <TextField select label={t('ledger.group')} value={group} onChange={choose('group')} sx={{ minWidth: '9rem' }}>{GROUPS.map((one) => <MenuItem key={one} value={one}>{t(`ledger.by.${one}`)}</MenuItem>)}</TextField>
        <Button variant="outlined" disabled={data === undefined || isFetching} onClick={() => data && void download(data, group)}>{t('action.download')}</Button>
      </PageTitle>
      <Typography color="text.secondary" sx={{ mb: 1, fontSize: '0.8125rem' }}>{t('ledger.hint')}</Typography>
      {reachOf(role) === 'hq' && <DepositCard />}
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {error === null && data === undefined && <LoadingPage />}
      {data !== undefined && (
        <>
          <Proof faults={data.faults} />
          <LedgerTable title={t('ledger.book')} lines={data.book} columns={BOOK} />
          <LedgerTable title={t('ledger.receivables')} lines={data.receivables} columns={OWED} />
          <LedgerTable title={t('ledger.ageing')} lines={data.ageing} columns={AGES} />
        </>
      )}
    </Box>
  );
};

/** 立替金元帳: what is advanced, billed and collected, by payee, branch or company, and the proof that it adds up. */
export const LedgerPage = () => <CanAccess resource="advance_book" action="list" accessDenied={<ForbiddenPage />}><Ledger /></CanAccess>;
