import { useGetList, useStore, type Identifier, type RaRecord, type SortPayload } from 'react-admin';
import { useListTab } from '../../components/ListTabs.tsx';
import { specOf } from '../../providers/resources.ts';

type ListParams = { page: number; perPage: number; sort: string; order: 'ASC' | 'DESC'; filter: Record<string, unknown> };
export type Tab = 'agent' | 'home';
/** The tab of a branch's list, kept in the browser. */
export const useTab = () => useListTab<Tab>('applications', ['agent', 'home']);

const NOTHING: ListParams = { page: 1, perPage: 20, sort: 'id', order: 'ASC', filter: {} };

/**
 * The cases before and after one in the list it was opened from, across pages. Reads the pages the list has already read;
 * nothing when the case was not opened from the list.
 */
export const useNeighbours = (id: Identifier | undefined): { previous?: Identifier; next?: Identifier; at?: number; count?: number } => {
  const [stored] = useStore<ListParams>('applications.listParams', NOTHING);
  const [tab] = useTab();
  const { perPage, filter } = stored;
  const sort: SortPayload = stored.sort === 'id' ? specOf('applications').sort : { field: stored.sort, order: stored.order };
  const page = (number: number) => ({ pagination: { page: number, perPage }, sort, filter: { ...filter, tab } });
  const here = useGetList<RaRecord>('applications', page(stored.page), { enabled: stored !== NOTHING });
  const ids = here.data?.map((row) => row.id) ?? [];
  const index = ids.findIndex((other) => String(other) === String(id));
  const before = useGetList<RaRecord>('applications', page(stored.page - 1), { enabled: index === 0 && stored.page > 1 });
  const total = here.total ?? 0;
  const after = useGetList<RaRecord>('applications', page(stored.page + 1), { enabled: index >= 0 && index === ids.length - 1 && stored.page * perPage < total });
  if (index < 0) return {};
  const previous = index > 0 ? ids[index - 1] : before.data?.at(-1)?.id;
  const next = index < ids.length - 1 ? ids[index + 1] : after.data?.[0]?.id;
  return {
    at: (stored.page - 1) * perPage + index + 1, count: total,
    ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }),
  };
};
