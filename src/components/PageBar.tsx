import { Box, MenuItem, Pagination, PaginationItem, Select, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { t, translate } from '../i18n/translate.ts';

const ROWS = [20, 50, 100];
const arrows = { previous: () => <>{`< ${t('list.previous')}`}</>, next: () => <>{`${t('list.next')} >`}</> };

type PageItem = 'page' | 'first' | 'last' | 'next' | 'previous' | 'start-ellipsis' | 'end-ellipsis';
/** What a button of the bar says to those who do not see it. */
const spoken = (item: PageItem, page: number | null, here: boolean): string =>
  item === 'page' ? translate(`ra.navigation.${here ? 'current_page' : 'page'}`, { page: page ?? 0 }) : translate(`ra.navigation.${item}`);

/** 全体の件数 in words: 21 件, or 10,000件以上 where the list was not counted to its end. */
export const totalText = (total: number, capped: boolean): string => (capped ? t('list.capped') : t('list.total_count', { total }));

/** "1 - 20 / 21 件", < 前 1 2 次 >, 表示数. */
export const PageBar = () => {
  const { page, perPage, total = 0, meta, setPage, setPerPage, isPending } = useListContext();
  if (isPending || total === 0) return null;
  const capped = (meta as { capped?: boolean } | undefined)?.capped === true;
  const from = (page - 1) * perPage + 1;
  const to = Math.min(page * perPage, total);
  return (
    <Box data-print="none" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1, pt: 0.5, flex: 'none' }}>
      <Typography aria-live="polite">{t('list.page_info', { from, to, total: totalText(total, capped) })}</Typography>
      <Pagination
        size="small" page={page} count={Math.ceil(Math.min(total, 10_000) / perPage)} onChange={(_, next) => setPage(next)}
        aria-label={t('list.pages')} getItemAriaLabel={spoken}
        renderItem={(item) => <PaginationItem {...item} slots={arrows} />}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography id="rows-per-page">{t('list.per_page')}</Typography>
        <Select size="small" value={perPage} inputProps={{ 'aria-labelledby': 'rows-per-page' }} onChange={(event) => setPerPage(Number(event.target.value))} sx={{ '& .MuiSelect-select': { py: 0.25 } }}>
          {ROWS.map((rows) => <MenuItem key={rows} value={rows}>{t('list.rows', { count: rows })}</MenuItem>)}
        </Select>
      </Box>
    </Box>
  );
};
