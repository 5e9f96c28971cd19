import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { CanAccess, useGetList, type RaRecord } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dateText } from '../../components/values.ts';
import { PRICE_ITEMS, type PriceItem, type PriceState, priceStateOn } from '../../domain/price.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { canAccess, reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { PriceDialog } from './PriceDialog.tsx';
import { WhatIf } from './WhatIf.tsx';

type Price = RaRecord<number> & { item: PriceItem; amount: number; tax_rate: number; valid_from: string; valid_to: string | null; version: number };

const TURNS: Record<PriceState, 'done' | 'office' | 'ended'> = { current: 'done', future: 'office', past: 'ended' };
const head = [
  { label: t('price.validity') }, { label: t('price.amount'), align: 'right' }, { label: t('price.tax') }, { label: t('price.status') },
] as const;

const ItemCard = ({ item, prices, today }: { item: PriceItem; prices: Price[]; today: string }) => (
  <SectionCard title={t(`price.item.${item}`)} action={<Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t(`price.note.${item}`)}</Box>}>
    <MiniTable
      head={[...head]} empty={t('price.none')}
      rows={prices.map((price) => {
        const state = priceStateOn(price, today);
        return {
          key: price.id,
          cells: [
            t('price.from_to', { from: dateText(price.valid_from), to: price.valid_to === null ? '' : dateText(price.valid_to) }), <Money key="a" amount={price.amount} />,
            price.tax_rate === 0 ? t('price.tax_none') : t('price.tax_rate', { rate: price.tax_rate }), <StatusBadge key="s" label={t(`price.state.${state}`)} turn={TURNS[state]} />,
          ],
        };
      })}
    />
  </SectionCard>
);

const Prices = () => {
  const { role, today } = useProfile();
  const [adding, setAdding] = useState(false);
  const [message, setMessage] = useState('');
  const { data, isPending, error } = useGetList<Price>('prices', { pagination: { page: 1, perPage: 500 }, sort: { field: 'valid_from', order: 'DESC' } });
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('resources.prices.name')}>
        {canAccess(role, { resource: 'prices', action: 'create' }) && <Button variant="contained" onClick={() => { setMessage(''); setAdding(true); }}>{t('price.add')}</Button>}
      </PageTitle>
      {message !== '' && <Alert severity="success" sx={{ mb: 1 }} onClose={() => setMessage('')}>{message}</Alert>}
      {error && <Alert severity="error">{error.message}</Alert>}
      {isPending && <LoadingPage />}
      {data !== undefined && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' }, columnGap: 1, alignItems: 'start' }}>
          {PRICE_ITEMS.map((item) => <ItemCard key={item} item={item} prices={data.filter((price) => price.item === item)} today={today} />)}
        </Box>
      )}
      {data !== undefined && reachOf(role) === 'hq' && role !== 'auditor' && <WhatIf />}
      {adding && data !== undefined && <PriceDialog prices={data} onClose={() => setAdding(false)} onSaved={(saved) => { setAdding(false); setMessage(saved); }} />}
    </Box>
  );
};

/** 料金・手数料: each item with its prices and when they hold (docs/decisions.md D-20). */
export const PriceList = () => <CanAccess resource="prices" action="list" accessDenied={<ForbiddenPage />}><Prices /></CanAccess>;
