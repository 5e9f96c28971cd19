import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fillDemo } from '../../tools/seed/demo.ts';
import { addApplications } from '../../tools/seed/scale.ts';
import { runScripts } from '../../tools/seed/scripts.ts';
import { cloneDatabase } from '../../tools/stack/postgres/index.ts';

/** The people whom the scripts look for, without sign-in: the database tests have no Auth server. */
const createPeople = async (sql: postgres.Sql): Promise<string[]> => {
  for (const [login, role] of [['hq-finance', 'hq_finance'], ['118-staff', 'branch_staff'], ['c0000001-op', 'submitter']] as const) {
    const id = randomUUID();
    await sql`insert into auth.users (id, aud, role, email) values (${id}, 'authenticated', 'authenticated', ${`${login}@login.invalid`})`;
    await sql`
      insert into public.members (user_id, login_id, display_name, role, branch_id, requester_id, site_id, must_change_password)
      select ${id}, ${login}, ${login}, ${role},
        (select b.id from public.branches b where b.code = '118' and ${role} = 'branch_staff'),
        s.requester_id, s.id, false
      from (select 1) one left join public.sites s on ${role} = 'submitter' and s.code = '001'
        and s.requester_id = (select r.id from public.requesters r where r.code = 'C0000001')`;
  }
  return ['told'];
};

let sql: postgres.Sql;
let superUrl: string;
let told: string[];
beforeAll(async () => {
  const copy = await cloneDatabase(inject('template'), `seed_${randomUUID().slice(0, 8)}`);
  superUrl = copy.superUrl;
  sql = postgres(copy.url, { max: 1, onnotice: () => undefined });
  told = await fillDemo(sql, { createPeople, applications: 3000 });
});
afterAll(() => sql.end());

const count = async (query: postgres.PendingQuery<{ n: number }[]>): Promise<number> => (await query)[0]?.n ?? Number.NaN;

describe('the demo data', () => {
  test('tells what its people have to say', () => expect(told).toEqual(['told']));

  test('has cases in every status of both kinds', async () => {
    const missing = await sql<{ status: string }[]>`
      select s.vehicle_kind || ' ' || s.code as status from public.oss_statuses s
      where not exists (select from public.applications a where a.vehicle_kind = s.vehicle_kind and a.oss_status = s.code)
      union all
      select s.vehicle_kind || ' ' || s.code from public.filing_statuses s
      where s.code <> 'unknown' and not exists (select from public.applications a where a.vehicle_kind = s.vehicle_kind and a.filing_status = s.code)`;
    expect(missing.map(({ status }) => status)).toEqual([]);
  });

  test('has agent data, 連絡カード in every state that waits, and too early requests', async () => {
    expect(await count(sql`select count(*)::int as n from public.agent_certificates`)).toBe(105);
    expect(await count(sql`select count(distinct private.certificate_state(b.id, private.today()))::int as n from public.branches b`)).toBe(3);
    expect(await count(sql`select count(distinct k.kind)::int as n from public.contact_cards k where k.state in ('open', 'answered')`)).toBeGreaterThanOrEqual(2);
    expect(await count(sql`select count(*)::int as n from public.contact_cards k where k.state = 'answered'`)).toBe(1);
    expect(await count(sql`select count(*)::int as n from private.step_ages s where s.usual is not null`)).toBeGreaterThan(10);
  });

  test('ends yesterday, and its histories run forward', async () => {
    expect(await count(sql`select count(*)::int as n from public.application_events where private.jst_day(created_at) >= private.today()`)).toBe(0);
    expect(await count(sql`
      select count(*)::int as n from (
        select created_at < lag(created_at) over (partition by application_id order by id) as back from public.application_events) e where back`)).toBe(0);
    expect(await count(sql`
      select count(*)::int as n from public.applications a
      where (a.filing_status, a.oss_status) is distinct from (
        select (e.to_filing_status, e.to_oss_status) from public.application_events e where e.application_id = a.id order by e.id desc limit 1)`)).toBe(0);
  });

  test('keeps its roll-ups equal to a recount', async () => {
    await sql`create temp table kept as select * from public.usage_monthly`;
    await sql`create temp table kept_daily as select * from public.usage_daily`;
    await runScripts(sql, ['rollups']);
    expect(await count(sql`select count(*)::int as n from (table kept except table public.usage_monthly) x`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from (table public.usage_monthly except table kept) x`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from (table kept_daily except table public.usage_daily) x`)).toBe(0);
  });

  test('leaves the previous month open, with three differences and nothing else in the way', async () => {
    const [month] = await sql<{ month: string; published: number; others: number }[]>`
      select (private.month_of(private.today()) - interval '1 month')::date::text as month,
        count(*) filter (where status = 'published')::int as published, count(*) filter (where status <> 'published')::int as others
      from public.billing_months`;
    // on the first of a month nothing of it is there yet, and one month more is closed
    expect(month?.published).toBeGreaterThanOrEqual(18);
    expect(month?.others).toBe(0);
    const preview = await sql.begin(async (tx) => {
      await tx`select set_config('request.jwt.claims', json_build_object('sub', user_id, 'role', 'authenticated')::text, true)
        from public.members where login_id = 'hq-finance'`;
      const [row] = await tx<{ answer: { refusals: unknown[]; checks: unknown[]; warnings: { code: string; count: number }[] } }[]>`
        select public.close_month(${month?.month ?? ''}::date) as answer`;
      return row?.answer;
    });
    expect(preview?.refusals).toEqual([]);
    expect(preview?.checks).toEqual([]);
    const differences = preview?.warnings.filter(({ code }) => ['only_ours', 'only_theirs', 'amount_differs', 'twice_theirs'].includes(code));
    expect(differences?.map(({ code, count: n }) => `${code} ${n}`).toSorted()).toEqual(['amount_differs 1', 'only_ours 1', 'only_theirs 1']);
  });

  test('keeps clear of the numbers in the sample files', async () => {
    expect(await count(sql`select count(*)::int as n from public.applications where application_no like '101%' or acceptance_no like '2026%'`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from public.requesters where ainas_org_id like '0249%' or member_code like '1930%' or code > 'C0000400'`)).toBe(0);
  });
});

describe('data at scale', () => {
  test('is added with exact roll-ups, and leaves what was closed as it is', async () => {
    const closed = await sql`select month, sum(total)::text as total from public.statements group by 1 order by 1`;
    const superuser = postgres(superUrl, { max: 1, onnotice: () => undefined });
    const steps: string[] = [];
    await addApplications(superuser, { applications: 2000, progress: (done, what) => steps.push(`${done} ${what}`) }).finally(() => superuser.end());
    expect(steps).toEqual(['2000 applications', '2000 payee lines', '2000 usage counts', '2000 cars', '2000 statistics']);
    expect(await count(sql`select count(*)::int as n from public.applications`)).toBe(5000);
    expect(await count(sql`
      select count(*)::int as n from public.applications a where a.completed_on is not null and a.completed_on <> coalesce(a.procedure_completed_on, a.completed_on)`)).toBe(0);
    expect(await count(sql`select sum(requested)::int as n from public.usage_daily`)).toBe(
      await count(sql`select count(*)::int as n from public.applications where requested_at is not null`));
    expect(await sql`select month, sum(total)::text as total from public.statements group by 1 order by 1`).toEqual(closed);
    expect(await count(sql`select count(*)::int as n from pg_class where relname = 'seed_pending'`)).toBe(0);
  });
});
