import { afterAll, expect, inject, test } from 'vitest';
import { mirror } from '../support/billing.ts';
import { connect, type Tx } from '../support/connection.ts';
import { signedIn } from '../support/office.ts';

// agent-secrets through the API: 到達番号パスワード are sealed before the database sees them, and opened for the agent of a case alone.

const stack = inject('stack');
const sql = connect(stack.databaseUrl);
afterAll(() => sql.end());

const admin = await signedIn(stack, '118-secret-1', 'branch_admin', '118');
const staff = await signedIn(stack, '118-secret-2', 'branch_staff', '118');
const stranger = await signedIn(stack, '101-secret-1', 'branch_staff', '101');

const { caseId, branch } = await sql.begin(async (tx) => {
  const [site] = await tx<{ id: number; branch: number }[]>`
    with company as (
      insert into requesters (code, name, branch_id, debit_cycle) select 'C9400009', '見本シークレット整備', id, 27 from branches where code = '118' returning id, branch_id)
    insert into sites (requester_id, branch_id, code, name, short_name) select id, branch_id, '001', '本社工場', '本社' from company returning id, branch_id as branch`;
  const id = await mirror(tx as unknown as Tx, { siteId: site?.id ?? 0, acceptanceNo: 'SECRET1' });
  await tx`update applications set filed_at = now() where id = ${id}`;
  return { caseId: id, branch: site?.branch ?? 0 };
});

const call = async (token: string, body: unknown) => {
  const response = await fetch(`${stack.url}/functions/v1/agent-secrets`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a password is sealed on its way in and opened for whoever acts for the case, leaving a line in the log', async () => {
  const [kind] = await sql<{ kind: 'kei' | 'registered' }[]>`select vehicle_kind as kind from applications where id = ${caseId}`;
  const password = 'Toutatsu-2026!';
  expect(await call(staff, { action: 'save', branch_id: branch, vehicle_kind: kind?.kind, valid_from: '2020-01-01T00:00:00+09:00', password })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await call(admin, { action: 'save', branch_id: branch, vehicle_kind: kind?.kind, valid_from: '2020-01-01T00:00:00+09:00', password })).toMatchObject({ status: 200 });
  const kept = await sql<{ row: string }[]>`select to_jsonb(a)::text as row from arrival_passwords a union all select to_jsonb(l)::text from audit_log l where l.subject = 'arrival_passwords'`;
  expect(kept.length).toBeGreaterThan(1);
  for (const { row } of kept) expect(row).not.toContain('Toutatsu');
  expect(await call(staff, { action: 'read', application_id: caseId })).toMatchObject({ status: 200, body: { password } });
  expect(await call(stranger, { action: 'read', application_id: caseId })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  const [log] = await sql<{ n: number }[]>`select count(*)::int as n from audit_log where subject = 'arrival_passwords' and action = 'read'`;
  expect(log?.n).toBe(1);
});

test.each([{ action: 'save', branch_id: 1, vehicle_kind: 'kei', password: '全角' }, { action: 'read' }, { action: 'list' }])('refuses %j', async (body) => {
  expect(await call(admin, body)).toMatchObject({ status: 400, body: { code: 'invalid_value' } });
});
