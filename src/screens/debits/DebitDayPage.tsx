import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { useParams } from 'react-router-dom';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { Money } from '../../components/fields.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { type DebitDetail, OUTCOMES } from './debitData.ts';
import { DayActs } from './DayActs.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { ResultImport } from './ResultImport.tsx';
import { useDebitDay } from './useDebits.ts';

const Warnings = ({ detail: { batch, unpublished, consignor_missing, faults } }: { detail: DebitDetail }) => (
  <>
    {batch === null && unpublished > 0 && <Alert severity="warning" sx={{ mb: 1 }}>{t('debit.unpublished', { count: unpublished })}</Alert>}
    {consignor_missing && <Alert severity="warning" sx={{ mb: 1 }}>{t('debit.consignor_missing')}</Alert>}
    {faults.length > 0 && (
      <Alert severity="error" sx={{ mb: 1 }}>
        {faults.map((fault) => <div key={`${fault.company}${fault.field}`}>{t(fault.reason === 'length' ? 'debit.fault_length' : 'debit.fault', { ...fault, field: t(`debit.field.${fault.field}`) })}</div>)}
        {t('debit.faults_hint')}
      </Alert>
    )}
  </>
);

const Facts = ({ detail }: { detail: DebitDetail }) => (
  <SectionCard>
    <DescriptionList columns={3}>
      <DescriptionItem label={t('debit.month')}>{formatMonth(detail.month)}</DescriptionItem>
      <DescriptionItem label={t('debit.deadline')}>{dateText(detail.deadline)}</DescriptionItem>
      <DescriptionItem label={t('debit.result_on')}>{dateText(detail.result_on)}</DescriptionItem>
      {OUTCOMES.map((outcome) => {
        const total = detail.totals[outcome];
        return total && <DescriptionItem key={outcome} label={t(`debit.outcome.${outcome}`)}>{t('format.count', { count: total.count })}　<Money amount={total.amount} /></DescriptionItem>;
      })}
    </DescriptionList>
  </SectionCard>
);

const Day = ({ detail }: { detail: DebitDetail }) => {
  const { role, today } = useProfile();
  const mayAct = canAccess(role, { resource: 'debit_batches', action: 'act' });
  const waits = detail.batch?.status === 'made';
  const [message, setMessage] = useState('');
  return (
    <>
      {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
      <Warnings detail={detail} />
      {waits && detail.debit_on <= today && <Alert severity="info" sx={{ mb: 1 }}>{t('debit.waiting_note', { date: dateText(detail.result_on) })}</Alert>}
      <Facts detail={detail} />
      {mayAct && <DayActs detail={detail} />}
      {mayAct && waits && <ResultImport day={detail.debit_on} onDone={setMessage} />}
      {OUTCOMES.map((outcome) => <OutcomeTable key={outcome} outcome={outcome} total={detail.totals[outcome]} rows={detail.rows.filter(({ state }) => state === outcome)} />)}
    </>
  );
};

const Page = () => {
  const { day = '' } = useParams();
  const { data, isPending, error } = useDebitDay(day);
  const title = data === undefined ? t('debit.day_bare', { date: dateText(day) }) : t('debit.day_title', { date: dateText(day), cycle: wordOf('debit_cycle', data.debit_cycle) });
  return (
    <Box sx={{ maxWidth: '84rem' }}>
      <PageTitle title={title}>
        <Button variant="outlined" component={Link} to="/debits">{t('debit.back')}</Button>
      </PageTitle>
      {error !== null && <Alert severity="error">{toAppError(error).message}</Alert>}
      {data === undefined ? isPending && <LoadingPage /> : <Day detail={data} />}
    </Box>
  );
};

/** One debit day: what will stand in its file, the file, and what the bank answered. */
export const DebitDayPage = () => (
  <CanAccess resource="debit_batches" action="list" accessDenied={<ForbiddenPage />}><Page /></CanAccess>
);
