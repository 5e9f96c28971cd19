import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { CanAccess, Link, useGetOne, type RaRecord } from 'react-admin';
import { useParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { dateText, moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';

type Company = { code: string; name: string; postal_code: string | null; address: string | null; mailing_name: string | null; mailing_postal_code: string | null; mailing_address: string | null };
type Request = RaRecord<number> & { kind: string; amount: number; issued_on: string; due_on: string | null; closed_at: string | null; requester: Company; result: { debit_on: string } | null };
type Setting = RaRecord<string> & { value: unknown };

const useSetting = (key: string): string | null => {
  const { data } = useGetOne<Setting>('settings', { id: key });
  return typeof data?.value === 'string' ? data.value : null;
};

const Fact = ({ label, children }: { label: string; children: string }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: '12rem 1fr', gap: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
    <Box component="dt">{label}</Box><Box component="dd" sx={{ m: 0, fontWeight: 700 }}>{children}</Box>
  </Box>
);

const Sheet = ({ request }: { request: Request }) => {
  const [issuer, account] = [useSetting('association_name'), useSetting('transfer_account')];
  const { requester: to } = request;
  return (
    <Card sx={{ maxWidth: '48rem', p: 4, '@media print': { border: 0, p: 0, maxWidth: 'none' } }}>
      {request.closed_at !== null && <Alert severity="warning" sx={{ mb: 2 }}>{t('debit.request_missing')}</Alert>}
      <Typography align="right">{t('debit.request_issued')}　{dateText(request.issued_on)}</Typography>
      <Typography>〒{to.mailing_postal_code ?? to.postal_code}</Typography>
      <Typography>{to.mailing_address ?? to.address}</Typography>
      <Typography sx={{ fontSize: '1.125rem', fontWeight: 700 }}>{t('statement.issued_to', { name: to.mailing_name ?? to.name })}</Typography>
      <Typography color="text.secondary">{t('statement.code')} {to.code}</Typography>
      <Typography align="right" sx={{ fontWeight: 700, mt: 2 }}>{issuer}</Typography>
      <Typography component="h2" align="center" sx={{ fontSize: '1.375rem', fontWeight: 700, letterSpacing: '0.3em', my: 3 }}>{t('debit.request_heading')}</Typography>
      <Typography sx={{ mb: 2 }}>{t('debit.request_body')}</Typography>
      <Box component="dl" sx={{ m: 0, mb: 2 }}>
        <Fact label={t('debit.request_amount')}>{moneyText(request.amount)}</Fact>
        <Fact label={t('debit.request_due')}>{dateText(request.due_on)}</Fact>
        <Fact label={t('debit.request_to')}>{account ?? t('debit.request_no_account')}</Fact>
        <Fact label={t('debit.request_last')}>{dateText(request.result?.debit_on)}</Fact>
      </Box>
      <Typography>{t('debit.request_rest')}</Typography>
      <Typography>{t('debit.request_fee')}</Typography>
    </Card>
  );
};


const Page = () => {
  const { id = '' } = useParams();
  const { data, isPending, error } = useGetOne<Request>('debit_followups', { id: Number(id) });
  return (
    <>
      <Box sx={{ '@media print': { display: 'none' } }}>
        <PageTitle title={t('debit.request_heading')}>
          <Button variant="outlined" onClick={() => window.print()}>{t('action.print')}</Button>
          <Button variant="outlined" component={Link} to="/debits?tab=failed">{t('debit.failed')}</Button>
        </PageTitle>
      </Box>
      {error !== null && <Alert severity="error">{error.message}</Alert>}
      {data === undefined ? isPending && <LoadingPage /> : <Sheet request={data} />}
    </>
  );
};

/** 振込依頼書 of a company whose debit failed twice in a row, as one sheet of A4. */
export const TransferRequestPage = () => (
  <CanAccess resource="debit_batches" action="list" accessDenied={<ForbiddenPage />}><Page /></CanAccess>
);
