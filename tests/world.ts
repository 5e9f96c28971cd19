import { type CaseRef, newAcceptanceNo, request, save, type Step, walk } from './support/cases.ts';
import { branches, type BranchName, cast, castPassword, companies, type CompanyName, type PersonName, personNames, personOf, workshops, type WorkshopName } from './support/cast.ts';
import { connect, rolledBack, type Sql, type Tx } from './support/connection.ts';
import { become, type Caller, setClock } from './support/session.ts';

/** Ids of the directory by the names of `support/cast.ts`. */
export type Ids = {
  branch: Record<BranchName, number>;
  company: Record<CompanyName, number>;
  site: Record<WorkshopName, number>;
};

/** Cases of the world, by name; each was brought to its state by the real functions. */
export type CaseName =
  | 'sakuraDraft' | 'sakuraRequested' | 'sakura2Requested' | 'sakuraKeiFees' | 'sakuraKeiDone' | 'sakuraCashless'
  | 'sakuraYokohamaFees' | 'sakura2Done' | 'sakuraAprilDone' | 'kitaDraft' | 'kitaRejected' | 'kitaDone' | 'kitaAprilDone';

const mapNames = <K extends string>(names: K[], rows: { name: string; id: number }[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, rows.find((row) => row.name === name)?.id ?? 0])) as Record<K, number>;

const makeDirectory = async (tx: Tx): Promise<Ids> => {
  const branchRows: { name: string; id: number }[] = [];
  for (const [name, code] of Object.entries(branches)) {
    const [row] = await tx<{ id: number }[]>`select id from branches where code = ${code}`;
    branchRows.push({ name, id: row?.id ?? 0 });
  }
  const branch = mapNames(Object.keys(branches) as BranchName[], branchRows);
  const companyRows: { name: string; id: number }[] = [];
  for (const [name, { code, home }] of Object.entries(companies)) {
    const [row] = await tx<{ id: number }[]>`
      insert into requesters (code, name, branch_id, debit_cycle) values (${code}, ${`見本${name}整備`}, ${branch[home]}, ${name === 'kita' ? 6 : 27}) returning id`;
    companyRows.push({ name, id: row?.id ?? 0 });
  }
  const company = mapNames(Object.keys(companies) as CompanyName[], companyRows);
  const siteRows: { name: string; id: number }[] = [];
  for (const [name, site] of Object.entries(workshops)) {
    const [row] = await tx<{ id: number }[]>`
      insert into sites (requester_id, branch_id, code, name, short_name) values (${company[site.company]}, ${branch[site.area]}, ${site.code}, ${name}, '工場') returning id`;
    siteRows.push({ name, id: row?.id ?? 0 });
  }
  return { branch, company, site: mapNames(Object.keys(workshops) as WorkshopName[], siteRows) };
};

/** Accounts are written straight into Auth's tables: the database tests need no server. */
const makePeople = async (tx: Tx, ids: Ids): Promise<void> => {
  const [hash] = await tx<{ hash: string }[]>`select extensions.crypt(${castPassword}, extensions.gen_salt('bf', 4)) as hash`;
  for (const name of personNames) {
    const { id, loginId, role, branch, company, site } = personOf(name);
    const email = `${loginId}@login.invalid`;
    await tx`
      insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
      values (${id}, 'authenticated', 'authenticated', ${email}, ${hash?.hash ?? ''}, now(), '{"provider": "email"}', '{}')`;
    await tx`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data)
      values (${id}, 'email', ${id}, ${id}, jsonb_build_object('sub', ${id}::text, 'email', ${email}::text))`;
    await tx`
      insert into members (user_id, login_id, display_name, role, branch_id, requester_id, site_id, must_change_password)
      values (${id}, ${loginId}, ${name}, ${role}, ${branch ? ids.branch[branch] : null}, ${company ? ids.company[company] : null},
        ${site ? ids.site[site] : null}, false)`;
  }
};

const send = (by: PersonName): Step => [by, 'submit'];
const file = (agent: Caller): Step[] => [
  [agent, 'file'],
  [agent, 'accept', { values: { acceptance_no: newAcceptanceNo() } }],
];
const payKei = (agent: Caller): Step[] => [[agent, 'pay_inspection'], [agent, 'pay_tech']];
const finish = (agent: Caller): Step[] => [[agent, 'pass', { values: { amount: 6600 } }], [agent, 'pay_weight_tax']];

const makeCases = async (tx: Tx, ids: Ids): Promise<Record<CaseName, CaseRef>> => {
  const make = async (site: WorkshopName, kind: 'registered' | 'kei', by: PersonName, steps: Step[], fields = {}): Promise<CaseRef> => {
    const { id } = await save(tx, by, request(ids.site[site], kind, fields));
    const { version } = await walk(tx, id, steps);
    return { id, version };
  };
  const doneKei = (by: PersonName, agent: Caller): Step[] => [send(by), ...file(agent), ...payKei(agent), ...finish(agent)];
  const doneRegistered = (by: PersonName, agent: Caller): Step[] =>
    [send(by), ...file(agent), [agent, 'pay_inspection'], [agent, 'pay_tech'], ...finish(agent)];

  await setClock(tx, '2025-03-10T10:00:00+09:00');
  const march = {
    sakuraKeiDone: await make('sakura1', 'kei', 'sakuraSubmitter', doneKei('sakuraSubmitter', 'tokyoStaff')),
    sakura2Done: await make('sakura2', 'registered', 'sakuraSubmitter2', doneRegistered('sakuraSubmitter2', 'tokyoStaff')),
    kitaRejected: await make('kita1', 'kei', 'kitaSubmitter', [
      send('kitaSubmitter'), ...file('sapporoStaff'), ...payKei('sapporoStaff'), ['sapporoStaff', 'reject', { note: '使用者の住所が違う' }]]),
    kitaDone: await make('kita1', 'registered', 'kitaSubmitter', doneRegistered('kitaSubmitter', 'sapporoStaff')),
  };
  await setClock(tx, '2025-04-10T10:00:00+09:00');
  const april = {
    sakuraAprilDone: await make('sakura1', 'kei', 'sakuraSubmitter', doneKei('sakuraSubmitter', 'tokyoStaff')),
    kitaAprilDone: await make('kita1', 'kei', 'kitaSubmitter', doneKei('kitaSubmitter', 'sapporoStaff')),
  };
  await setClock(tx, '2025-05-01T10:00:00+09:00');
  return {
    ...march,
    ...april,
    sakuraDraft: await make('sakura1', 'registered', 'sakuraPreparer', []),
    sakuraRequested: await make('sakura1', 'registered', 'sakuraSubmitter', [send('sakuraSubmitter')]),
    sakura2Requested: await make('sakura2', 'kei', 'sakuraSubmitter2', [send('sakuraSubmitter2')]),
    sakuraKeiFees: await make('sakura1', 'kei', 'sakuraSubmitter', [send('sakuraSubmitter'), ...file('tokyoStaff')]),
    sakuraCashless: await make('sakura2', 'registered', 'sakuraSubmitter2', [send('sakuraSubmitter2'), ...file('tokyoStaff')], { cashless: true }),
    sakuraYokohamaFees: await make('sakuraYokohama', 'kei', 'sakuraSubmitterAll', [
      send('sakuraSubmitterAll'), ...file('kanagawaStaff'), ['kanagawaStaff', 'pay_inspection']]),
    kitaDraft: await make('kita2', 'kei', 'kitaPreparer', []),
  };
};

const makeNotices = (tx: Tx, ids: Ids): Promise<unknown> => tx`
  insert into notices (title, body, is_public, branch_id) values
    ('全国のお知らせ', '本文', false, null), ('公開のお知らせ', '本文', true, null),
    ('東京のお知らせ', '本文', false, ${ids.branch.tokyo}), ('札幌のお知らせ', '本文', false, ${ids.branch.sapporo})`;

/** Every branch can file: its certificate is valid for a lifetime. */
const makeCertificates = (tx: Tx): Promise<unknown> => tx`
  insert into agent_certificates (branch_id, kind, holder, starts_on, ends_on)
  select id, 'commercial_registration', name, '2020-01-01', '2099-12-31' from branches where code in ${tx(Object.values(branches))}`;

export type WorldContent = { ids: Ids; cases: Record<CaseName, CaseRef> };

/** Fills a migrated database with the named cast and its cases. Runs as the owner of the schema. */
export const buildWorld = (sql: Sql): Promise<WorldContent> =>
  sql.begin(async (tx) => {
    const ids = await makeDirectory(tx);
    await makePeople(tx, ids);
    await makeNotices(tx, ids);
    await makeCertificates(tx);
    const cases = await makeCases(tx, ids);
    return { ids, cases };
  }) as Promise<WorldContent>;

export type World = WorldContent & {
  url: string;
  sql: Sql;
  people: typeof cast;
  /** Runs `work` as a person of the cast, as the Data API would; rolled back unless `keep`. */
  as: <T>(person: PersonName, work: (tx: Tx) => Promise<T>, options?: { keep: boolean }) => Promise<T>;
  /** Runs `work` as somebody who is not signed in; always rolled back. */
  anon: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `work` as the owner of the schema, in whose transaction several people may act; always rolled back. */
  rollback: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** Opens a database that `buildWorld` has filled. */
export const openWorld = (url: string, content: WorldContent): World => {
  const sql = connect(url);
  const run = async <T>(caller: Caller, work: (tx: Tx) => Promise<T>, keep: boolean): Promise<T> => {
    const acting = async (tx: Tx) => {
      await become(tx, caller);
      return work(tx);
    };
    return keep ? ((await sql.begin(acting)) as T) : rolledBack(sql, acting);
  };
  return {
    ...content,
    url,
    sql,
    people: cast,
    as: (person, work, options) => run(person, work, options?.keep ?? false),
    anon: (work) => run('anon', work, false),
    rollback: (work) => run('postgres', work, false),
    close: () => sql.end(),
  };
};
