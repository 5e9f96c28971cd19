-- A month of 12,000 completed cases of 300 companies, with the report of 軽検協 and without that of 機構. Written as the owner
-- of the server, triggers off: what matters is what closing makes of it.
set session_replication_role = replica;
insert into requesters (code, name, branch_id, debit_cycle)
select 'C' || (8000000 + i), '見本' || i, (select id from branches order by id offset (i % 53) limit 1), case i % 3 when 0 then 6 else 27 end from generate_series(1, 300) i;
insert into sites (requester_id, branch_id, code, name, short_name) select id, branch_id, '001', '工場', '工場' from requesters;
insert into applications (vehicle_kind, filing_status, oss_status, outcome, agent_branch_id, home_branch_id, requester_id, site_id, chassis_no, requested_at, filed_at, completed_on, procedure_completed_on, acceptance_no, billing_month)
select case when i % 2 = 0 then 'kei' else 'registered' end, 'completed', 'issued', 'completed', s.branch_id, s.branch_id, s.requester_id, s.id, 'KILL-' || i, '2024-04-01', '2024-04-01',
  '2024-04-01'::date + (i % 30), '2024-04-01'::date + (i % 30), 'K' || i, '2024-04-01'
from generate_series(1, 12000) i join (select row_number() over (order by id) - 1 as n, * from sites) s on s.n = i % 300;
insert into advance_ledger (application_id, fee_kind, vehicle_kind, agent_branch_id, home_branch_id, requester_id, site_id, acceptance_no, paid_acceptance_no, advanced_on, amount)
select a.id, f, a.vehicle_kind, a.agent_branch_id, a.home_branch_id, a.requester_id, a.site_id, a.acceptance_no, a.acceptance_no, a.completed_on, case f when 'inspection' then 1200 else 400 end
from applications a, unnest(array['inspection', 'tech_info']) f where f = 'tech_info' or a.vehicle_kind = 'kei';
insert into payee_reports (payee, month) values ('keikenkyo', '2024-04-01');
insert into payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind, state, advance_id, own_amount, own_month, requester_id, agent_branch_id, home_branch_id, billing_month)
select 'keikenkyo', '2024-04-01', l.acceptance_no, l.amount, l.advanced_on, l.vehicle_kind, 'matched', l.id, l.amount, '2024-04-01', l.requester_id, l.agent_branch_id, l.home_branch_id, '2024-04-01'
from advance_ledger l where l.fee_kind = 'inspection';
update advance_ledger a set matched_line_id = l.id, billing_month = '2024-04-01' from payee_lines l where l.advance_id = a.id;
insert into auth.users (id, email) values ('00000000-0000-4000-8000-000000000003', 'fin@example.invalid');
insert into members (user_id, login_id, display_name, role, must_change_password) values ('00000000-0000-4000-8000-000000000003', 'hq-fin', '経理', 'hq_finance', false);
set session_replication_role = origin;
analyze;
