import { Alert, Box, Button, LinearProgress, useMediaQuery, type Theme } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { ColumnsButton, CreateButton, ListBase, useListContext, useResourceContext, type DataTableProps, type SortPayload } from 'react-admin';
import { t, translate } from '../i18n/translate.ts';
import { specOf } from '../providers/resources.ts';
import { CardList } from './CardList.tsx';
import { ExportButton } from './ExportButton.tsx';
import type { ExportColumn } from './exportRows.ts';
import { FilterBar } from './FilterBar.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import type { ListFilter } from './listTypes.ts';
import { OfficeTable } from './OfficeTable.tsx';
import { PageBar } from './PageBar.tsx';
import { PageTitle } from './PageTitle.tsx';

export type OfficeListProps = {
  /** Columns: `TextCol`, `CodeCol`, `DateCol`, `MoneyCol`, `WordCol`, or `DataTable.Col` with a child. */
  children: ReactNode;
  /** What a card shows at 390 px; read the record with fields or `useRecordContext`. */
  card: ReactNode;
  filters?: ListFilter[];
  /** What 検索 starts from and リセット goes back to. */
  initialFilter?: Record<string, unknown>;
  /** Always sent, never shown. */
  filter?: Record<string, unknown>;
  sort?: SortPayload;
  title?: string;
  /** Columns of the Excel export; no button when left out. */
  exportColumns?: ExportColumn[];
  /** More buttons beside 登録 (shown to whom `canAccess` allows it). */
  actions?: ReactNode;
  hasCreate?: boolean;
  /** Tabs or notes between the title and the filters. */
  above?: ReactNode;
  /** A panel beside the rows. */
  aside?: ReactNode;
  /** Columns that make room while the panel is open. */
  stepBack?: readonly string[];
  resource?: string;
  /** Others work on these rows: read again by itself while the window is seen, and on coming back to it. */
  live?: boolean;
} & Pick<DataTableProps, 'rowClick' | 'hiddenColumns' | 'bulkActionButtons' | 'rowSx'>;

const Body = ({ children, card, rowClick, ...table }: Pick<OfficeListProps, 'children' | 'card'> & DataTableProps) => {
  const { error, total, isPending, isFetching, refetch } = useListContext();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  if (error) {
    return <Alert severity="error" action={<Button color="inherit" onClick={() => void refetch()}>{t('action.reload')}</Button>}>{error.message}</Alert>;
  }
  if (!isPending && total === 0) return <ListEmpty />;
  return (
    <>
      <Box sx={{ height: 3, flex: 'none' }}>{isFetching && <LinearProgress sx={{ height: 3 }} />}</Box>
      {small ? <CardList to={rowClick === false ? false : 'show'}>{card}</CardList>
        : <OfficeTable {...table} {...(rowClick === undefined ? {} : { rowClick })} empty={<ListEmpty />}>{children}</OfficeTable>}
    </>
  );
};

/** react-admin gives each cell a class by its column. */
const hiding = (columns: readonly string[]) => Object.fromEntries(columns.map((column) => [`& .column-${column}`, { display: 'none' }]));

const LIVE = { refetchInterval: 30_000, refetchOnWindowFocus: 'always' } as const;

/**
 * A list of the office: title and buttons, search form, dense table (cards on a phone), pages. Scope, order and counting are the
 * data provider's; labels the catalogue's; the chosen columns and the last search are kept in the browser.
 */
export const OfficeList = ({ children, card, filters = [], initialFilter, filter, sort, title, exportColumns, actions, hasCreate = true, above, aside, stepBack = [], live = false, resource: given, ...table }: OfficeListProps) => {
  const inherited = useResourceContext();
  const resource = given ?? inherited ?? '';
  // Read once: react-admin takes new default values for a new search.
  const [defaults] = useState(initialFilter);
  return (
    <ListBase
      resource={resource} perPage={20} sort={sort ?? specOf(resource).sort} exporter={false} empty={false} {...(live ? { queryOptions: LIVE } : {})}
      {...(filter === undefined ? {} : { filter })} {...(defaults === undefined ? {} : { filterDefaultValues: defaults })}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', height: { xs: 'auto', sm: '100%' } }} data-print="flow">
        <PageTitle title={title ?? translate(`resources.${resource}.name`)}>
          {actions}
          <ColumnsButton />
          {exportColumns && <ExportButton columns={exportColumns} />}
          {hasCreate && <CreateButton variant="outlined" label={t('action.create')} />}
        </PageTitle>
        {above}
        {filters.length > 0 && <FilterBar filters={filters} {...(defaults === undefined ? {} : { initial: defaults })} />}
        <Box sx={{ display: 'flex', flex: { sm: 1 }, minHeight: 0, gap: 1 }} data-print="flow">
          <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0, ...(aside ? hiding(stepBack) : {}) }} data-print="flow"><Body card={card} {...table}>{children}</Body></Box>
          {aside}
        </Box>
        <PageBar />
      </Box>
    </ListBase>
  );
};
