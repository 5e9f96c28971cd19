import postgrestRestProvider, { defaultSchema } from '@raphiniert/ra-data-postgrest';
import type {
  CreateParams, DataProvider, DeleteParams, GetListParams, GetListResult, GetManyParams, GetManyReferenceParams, GetOneParams, RaRecord, UpdateParams,
} from 'react-admin';
import { reachOf } from './access.ts';
import type { Actions } from './actions.ts';
import { AppError } from './errors.ts';
import type { Http } from './http.ts';
import type { ProfileStore } from './profile.ts';
import { conditionsOf, hasDateWindow, toParams, withoutEmpty, type Condition } from './query.ts';
import { listConditions, RESOURCES, specOf, type ResourceSpec } from './resources.ts';

/** Above this a list of the nation says 「10,000件以上」: `total` is then one more, and `meta.capped` true. */
export const COUNT_CAP = 10_000;
/** From this row on a page is read in two steps: for a row that is skipped, too, the Data API works out what is embedded in it. */
const DEEP = 500;
/** Ids a request: longer addresses are cut by gateways. */
const IDS_AT_ONCE = 100;

type Row = Record<string, unknown>;
type Base = DataProvider;
type Backend = { url: string; http: Http; profile: ProfileStore; actions: Actions };

/** ra-data-postgrest sends a value as it stands when the operator after `@` is empty. */
const verbatim = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [`${name}@`, value]));

/** A stable order: without the key as tie-break rows repeat or vanish across pages. */
const stableSort = (sort: { field: string; order: string } | undefined, keys: string[], fallback: ResourceSpec['sort']) => {
  const { field, order } = sort === undefined || (sort.field === 'id' && !keys.includes('id')) ? fallback : sort;
  const rest = keys.filter((key) => key !== field);
  const direction = order === 'DESC' ? 'desc' : 'asc';
  // The library appends the direction to the whole field: every part but the last must bring its own.
  const parts = [field, ...rest];
  return { field: parts.map((part, at) => (at < parts.length - 1 ? `${part}.${direction}` : part)).join(','), order: order === 'DESC' ? 'DESC' : 'ASC' } as const;
};

const listRequest = (resource: string, params: GetListParams | GetManyReferenceParams) => {
  const spec = specOf(resource);
  return {
    pagination: params.pagination ?? { page: 1, perPage: 20 },
    sort: stableSort(params.sort, spec.keys, spec.sort),
    meta: { columns: spec.columns?.list ?? '*', ...params.meta },
  };
};

type Listed = ReturnType<typeof listRequest> & { filter: Record<string, string> };

/** One page: at once, or far down its keys first and then its rows. */
const readPage = async <R extends RaRecord>(base: Base, { relation, keys }: ReturnType<typeof specOf>, request: Listed): Promise<GetListResult<R>> => {
  const { page, perPage } = request.pagination;
  const [key] = keys;
  if ((page - 1) * perPage < DEEP || !request.meta.columns.includes('(') || key === undefined || keys.length > 1) return base.getList<R>(relation, request);
  const found = await base.getList<R>(relation, { ...request, meta: { ...request.meta, columns: key } });
  if (found.data.length === 0) return found;
  const { data } = await base.getMany<R>(relation, { ids: found.data.map(({ id }) => id), meta: { columns: request.meta.columns } });
  const rows = new Map(data.map((row) => [row.id, row]));
  return { ...found, data: found.data.flatMap(({ id }) => rows.get(id) ?? []) };
};

/** Ids of the rows that an RPC finds for filters the Data API cannot ask for; nothing when none of them is filled. */
const foundBy = async (http: Http, spec: ResourceSpec, filter: Row, today: string): Promise<Condition[]> => {
  const args = spec.find?.args(filter, today);
  if (spec.find === undefined || args === undefined) return [];
  const { json } = await http.send(`/rest/v1/rpc/${spec.find.rpc}`, { method: 'POST', json: args });
  const ids = Array.isArray(json) ? json.map(Number) : [];
  // no row has the id 0
  return [ids.length === 0 ? { column: 'id', op: 'eq', value: '0' } : { column: 'id', op: 'in', value: `(${ids.join(',')})` }];
};

/** An office searches by what has an index, or within a window: anything else would read every case of the nation or of a branch. */
const refuseEndless = ({ count }: ResourceSpec, filter: Row, today: string): void => {
  const filled = Object.keys(withoutEmpty(filter));
  if (count?.selective === undefined || filled.length === 0 || hasDateWindow(filter, count.ranges, today)) return;
  const endless = filled.filter((name) => name !== 'vehicle_kind' && !count.selective?.includes(name));
  if (endless.length > 0 && !filled.some((name) => count.selective?.includes(name))) throw new AppError({ code: 'window_required', status: 400 });
};

const getList = (base: Base, { http, profile }: Backend) => async <R extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<R>> => {
  const spec = specOf(resource);
  const me = await profile.get();
  const { tab: _, ...filter }: Row = params.filter ?? {};
  if (reachOf(me.role) !== 'garage') refuseEndless(spec, filter, me.today);
  const found = await foundBy(http, spec, filter, me.today);
  const query = toParams([...listConditions(resource, me, params.filter ?? {}), ...found]);
  const request = { ...listRequest(resource, params), filter: verbatim(query) };
  const counted = spec.count === undefined || (reachOf(me.role) !== 'hq' && spec.count.everyone !== true) || hasDateWindow(filter, spec.count.ranges, me.today);
  if (counted) return readPage<R>(base, spec, request);

  const search = new URLSearchParams({ ...query, select: spec.keys.join(',') });
  const order = `${request.sort.field}.${request.sort.order.toLowerCase()}`;
  const count = async (): Promise<{ total: number; capped: boolean }> => {
    const beyond = await http.send(`/rest/v1/${spec.relation}?${search}&order=${order}&offset=${COUNT_CAP}&limit=1`);
    if (Array.isArray(beyond.json) && beyond.json.length > 0) return { total: COUNT_CAP + 1, capped: true };
    const exact = await http.send(`/rest/v1/${spec.relation}?${search}&limit=1`, { headers: { prefer: 'count=exact' } });
    return { total: Number(exact.headers.get('content-range')?.split('/').pop() ?? 0), capped: false };
  };
  const [page, { total, capped }] = await Promise.all([
    readPage<R>(base, spec, { ...request, meta: { ...request.meta, headers: { Prefer: 'count=none' } } }), count(),
  ]);
  return { ...page, total, meta: { ...page.meta, capped } };
};

const readOnly = () => Promise.reject(new AppError({ code: 'read_only', status: 405 }));

const changes = (data: Row, before: Row): Row =>
  Object.fromEntries(Object.entries(data).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));

/** Creates (no `id`) or changes a row by its save RPC; the answer is the row. */
const saveByRpc = async (http: Http, rpc: string, p: Row): Promise<RaRecord> => {
  const { json } = await http.send(`/rest/v1/rpc/${rpc}`, { method: 'POST', json: { p } });
  return json as RaRecord;
};

/** What was saved as a page reads it: with embedded names. A row that went out of reach by the change stays as the save answered it. */
const asRead = async (base: Base, resource: string, row: RaRecord): Promise<RaRecord> => {
  const { relation, columns } = specOf(resource);
  if (columns?.one === undefined) return row;
  return base.getOne(relation, { id: row.id, meta: { columns: columns.one } }).then(({ data }) => data, () => row);
};

const create = (base: Base, { http, actions }: Backend) => async (resource: string, params: CreateParams) => {
  const { save, relation } = specOf(resource);
  if (save === undefined) throw new AppError({ code: 'read_only', status: 405 });
  if (save === 'table') return { data: await asRead(base, resource, (await base.create(relation, params)).data) } as never;
  const row = save === 'members' ? await actions.members({ ...params.data, action: 'invite' }) : await saveByRpc(http, save, { ...params.data });
  return { data: await asRead(base, resource, { ...row, id: row['id'] ?? row['user_id'] }) } as never;
};

const update = (base: Base, { http, actions }: Backend) => async <R extends RaRecord>(resource: string, params: UpdateParams<R>) => {
  const { save, relation } = specOf(resource);
  if (save === undefined) throw new AppError({ code: 'read_only', status: 405 });
  if (save === 'table') return { data: await asRead(base, resource, (await base.update(relation, params)).data) } as never;
  const before: Row = params.previousData ?? {};
  const changed = changes(params.data, before);
  const version = before['version'];
  const row = save === 'members'
    ? await actions.members({ ...params.data, action: 'update', user_id: String(params.id), version })
    : await saveByRpc(http, save, { ...changed, id: params.id, version });
  return { data: await asRead(base, resource, { ...before, ...row, id: params.id }) } as never;
};

const remove = (base: Base, { http }: Backend) => async <R extends RaRecord>(resource: string, params: DeleteParams<R>) => {
  const spec = specOf(resource);
  if (spec.save === 'table') return base.delete<R>(spec.relation, params);
  if (spec.remove === undefined) return readOnly();
  await http.send(`/rest/v1/rpc/${spec.remove}`, { method: 'POST', json: { p_id: params.id, p_version: params.previousData?.['version'] } });
  return { data: { ...params.previousData, id: params.id } as R };
};

/**
 * react-admin's data provider: ra-data-postgrest below, the table of `resources.ts` in between. Reads carry the caller's scope as a
 * constant filter, writes go to one RPC an act with the version that was read. Every failure is an `AppError`.
 */
export const createDataProvider = (backend: Backend): DataProvider => {
  const base = postgrestRestProvider({
    apiUrl: `${backend.url}/rest/v1`, defaultListOp: 'eq', schema: defaultSchema,
    httpClient: (url: string, options: { method?: string; headers?: Headers; body?: string }) => backend.http.send(url, options),
    primaryKeys: new Map(Object.keys(RESOURCES).map((name) => [specOf(name).relation, specOf(name).keys])),
  });
  return {
    getList: getList(base, backend),
    getOne: (resource: string, params: GetOneParams) => {
      const { relation, columns } = specOf(resource);
      return base.getOne(relation, { ...params, meta: { columns: columns?.one ?? '*', ...params.meta } });
    },
    getMany: async <R extends RaRecord>(resource: string, params: GetManyParams<R>) => {
      const { relation, columns } = specOf(resource);
      const meta = { columns: columns?.list ?? '*', ...params.meta };
      const parts = Array.from({ length: Math.ceil(params.ids.length / IDS_AT_ONCE) }, (_, part) =>
        base.getMany<R>(relation, { ...params, meta, ids: params.ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE) }));
      return { data: (await Promise.all(parts)).flatMap(({ data }) => data) };
    },
    getManyReference: (resource: string, params: GetManyReferenceParams) => {
      const { relation, filters } = specOf(resource);
      const filter = verbatim(toParams(conditionsOf(params.filter ?? {}, filters ?? {})));
      return base.getManyReference(relation, { ...params, ...listRequest(resource, params), filter });
    },
    create: create(base, backend),
    update: update(base, backend),
    delete: remove(base, backend),
    updateMany: readOnly,
    deleteMany: (resource, params) => (specOf(resource).save === 'table' ? base.deleteMany(specOf(resource).relation, params) : readOnly()),
  };
};
