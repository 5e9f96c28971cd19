import { Alert, Box, Button, Card as Paper, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useGetList } from 'react-admin';
import { ListTabs } from '../../components/ListTabs.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { caseName } from '../applications/case.ts';
import type { Card } from './card.ts';
import { CardView } from './CardView.tsx';

const TABS = ['open', 'answered', 'closed'] as const;
const STATES = { open: ['open'], answered: ['answered'], closed: ['closed', 'cancelled'] };
const PAGE = 20;

const Row = ({ card }: { card: Card }) => {
  const { role, branch, requester } = useProfile();
  const { application } = card;
  const acts = canAccess(role, { resource: 'contact_cards', action: 'act' }) && (branch === null || branch.id === card.agent_branch_id);
  return (
    <Paper component="li" sx={{ px: 1.5 }}>
      <CardView card={card} vehicleKind={application?.vehicle_kind ?? 'registered'} caseVersion={application?.version} acts={acts} answers={requester !== null}>
        {application && (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 0.5 }}>
            <PlateText plate={application} /><Link to={`/applications/${application.id}/show`}>{caseName(application)}</Link><span>{application.chassis_no}</span>
            {requester === null && <Box component="span" sx={{ color: 'text.secondary' }}>{card.requester?.name}</Box>}
          </Box>
        )}
      </CardView>
    </Paper>
  );
};

/** 連絡カード: what waits for the company, what waits for the branch, and what is done. */
export const CardList = () => {
  const { requester } = useProfile();
  const [tab, setTab] = useState<(typeof TABS)[number]>('open');
  const [page, setPage] = useState(1);
  const { data = [], total = 0, error, isPending } = useGetList<Card>('contact_cards', {
    filter: { state: STATES[tab] }, pagination: { page, perPage: PAGE }, sort: { field: tab === 'open' ? 'due_on' : 'id', order: tab === 'open' ? 'ASC' : 'DESC' },
  });
  const choose = (name: (typeof TABS)[number]) => {
    setTab(name);
    setPage(1);
  };
  return (
    <>
      <PageTitle title={t('card.title')} />
      <ListTabs label={t('card.title')} value={tab} tabs={TABS.map((name) => ({ name, label: t(`card_state.${name}`) }))} onChange={choose} />
      {error && <Alert severity="error">{error.message}</Alert>}
      {isPending && <LoadingPage />}
      {!isPending && !error && data.length === 0 && <Typography color="text.secondary" sx={{ p: 2 }}>{tab === 'open' && requester !== null ? t('card.none_garage') : t('card.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, maxWidth: '60rem' }}>{data.map((card) => <Row key={card.id} card={card} />)}</Box>
      {total > PAGE && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 1 }}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>{t('card.newer')}</Button><span>{`${page} / ${Math.ceil(total / PAGE)}`}</span>
          <Button disabled={page * PAGE >= total} onClick={() => setPage(page + 1)}>{t('card.older')}</Button>
        </Box>
      )}
    </>
  );
};
