import { Alert } from '@mui/material';
import { Link, useGetList } from 'react-admin';
import { t } from '../../i18n/translate.ts';

/** On a garage's first screen: how many 連絡カード wait for its answer; nothing while there are none. */
export const CardsWaiting = () => {
  const { total = 0 } = useGetList('contact_cards', { filter: { state: ['open'] }, pagination: { page: 1, perPage: 1 }, sort: { field: 'due_on', order: 'ASC' } });
  return total === 0 ? null : <Alert severity="warning" sx={{ mb: 1 }} action={<Link to="/contact_cards">{t('card.answer')}</Link>}><strong>{t('card.to_answer', { count: total })}</strong></Alert>;
};
