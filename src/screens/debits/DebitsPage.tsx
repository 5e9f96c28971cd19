import { Alert, Box, Tab, Tabs } from '@mui/material';
import { CanAccess } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { BalanceList } from './BalanceList.tsx';
import { CollectionList } from './CollectionPage.tsx';
import { DebitCalendar } from './DebitCalendar.tsx';
import { FailedList } from './FailedList.tsx';

const TABS = ['days', 'failed', 'no_account', 'branch', 'balances'] as const;
type Name = (typeof TABS)[number];

const Content = ({ tab }: { tab: Name }) => {
  if (tab === 'days') return <DebitCalendar />;
  if (tab === 'failed') return <FailedList />;
  return tab === 'branch' ? <CollectionList /> : <BalanceList what={tab === 'no_account' ? 'no_account' : 'owing'} />;
};

const Debits = () => {
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((name) => name === params.get('tab')) ?? 'days';
  const mayAct = canAccess(useProfile().role, { resource: 'debit_batches', action: 'act' });
  return (
    <Box sx={{ maxWidth: '84rem' }}>
      <PageTitle title={t('debit.title')} />
      {!mayAct && <Alert severity="info" sx={{ mb: 1 }}>{t('debit.read_only')}</Alert>}
      <Tabs value={tab} onChange={(_, name: Name) => setParams({ tab: name })} aria-label={t('debit.tabs')} variant="scrollable" data-print="none" sx={{ minHeight: '2rem', mb: 1, '& .MuiTab-root': { minHeight: '2rem', py: 0 } }}>
        {TABS.map((name) => <Tab key={name} value={name} label={t(`debit.${name}`)} />)}
      </Tabs>
      <Content tab={tab} />
    </Box>
  );
};

/** 口座振替: debit days with their files and results, failures and what to do, balances (docs/decisions.md D-25, D-28). */
export const DebitsPage = () => (
  <CanAccess resource="debit_batches" action="list" accessDenied={<ForbiddenPage />}><Debits /></CanAccess>
);
