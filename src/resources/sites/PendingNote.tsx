import { Alert, Button } from '@mui/material';
import { useGetList, useListContext } from 'react-admin';
import { t } from '../../i18n/translate.ts';

/** How many sites wait for this branch. */
export const PendingNote = () => {
  const { filterValues, setFilters } = useListContext();
  const { total = 0 } = useGetList('sites', { filter: { status: ['pending'] }, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } });
  if (total === 0 || JSON.stringify(filterValues['status']) === '["pending"]') return null;
  const show = <Button color="inherit" onClick={() => setFilters({ status: ['pending'] }, {}, false)}>{t('site.show_pending')}</Button>;
  return <Alert severity="warning" action={show} sx={{ py: 0, mb: 0.5 }}>{t('site.to_confirm', { count: total })}</Alert>;
};
