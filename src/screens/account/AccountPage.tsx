import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { addMonths, monthEnd, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { type Movements, noticeText } from './movements.ts';
import { Passbook } from './Passbook.tsx';

const Head = ({ data: { account, balance, notice, today } }: { data: Movements }) => (
  <SectionCard title={t('account.notice_title')}>
    {notice === null ? <Typography color="text.secondary">{t('account.no_notice')}</Typography> : (
      <>
        <Typography sx={{ fontSize: '1.25rem', fontWeight: 700 }}>{noticeText(notice, today)}</Typography>
        <Typography color="text.secondary">{t('account.notice_hint')}</Typography>
      </>
    )}
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 1 }}>
      <span>{t('account.bank')}　{account === null ? t('account.no_bank') : `${account.bank_name} ${account.branch_name} ${account.masked_number}`}</span>
      <span>{t('account.balance')}　<Money amount={balance ?? 0} />　<Link to="/statements">{t('account.to_statements')}</Link></span>
    </Box>
  </SectionCard>
);

const Account = () => {
  const { today } = useProfile();
  const [month, setMonth] = useState(monthOf(today));
  const { read } = useActions();
  const { data, isPending, error } = useQuery({ queryKey: ['account', month], queryFn: () => read<Movements>('account_movements', { p_from: month, p_to: monthEnd(month) }) });
  return (
    <Box sx={{ maxWidth: '56rem' }}>
      <PageTitle title={t('account.title')} sub={formatMonth(month)}>
        <Button variant="outlined" onClick={() => setMonth(addMonths(month, -1))}>{t('account.previous')}</Button>
        <Button variant="outlined" onClick={() => setMonth(addMonths(month, 1))}>{t('account.next')}</Button>
      </PageTitle>
      <Typography sx={{ mb: 1 }}>{t('account.hint')}</Typography>
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {data === undefined ? isPending && <LoadingPage /> : <><Head data={data} /><Passbook rows={data.rows} /></>}
    </Box>
  );
};

/** 口座の動き: the company's account as its passbook shows it, drawn and to be drawn. */
export const AccountPage = () => (
  <CanAccess resource="account_movements" action="list" accessDenied={<ForbiddenPage />}><Account /></CanAccess>
);
