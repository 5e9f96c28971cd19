-- Companies for data at scale: one for some 330 cases, 30,000 at most, each with a workshop and every sixth with two.

with wanted as (
  select i, 'C1' || lpad(i::text, 6, '0') as code, a.branch_id, a.prefecture
  from generate_series(1, least(30000, greatest(1, current_setting('seed.applications')::bigint / 330))::int) i
  cross join lateral (
    select s.branch_id, s.prefecture from (
      select x.*, sum(x.weight) over (order by x.code) / sum(x.weight) over () as up_to from seed_areas x
    ) s where s.up_to > pg_temp.u(i, 80) order by s.code limit 1
  ) a
), made as (
  insert into public.requesters (code, name, branch_id, postal_code, address, phone, ainas_org_id, member_code, debit_cycle, report_email, created_at)
  select w.code, '見本自動車' || pg_temp.full_width(w.i::text) || '号店', w.branch_id, '000-0000', w.prefecture || '見本市' || pg_temp.full_width(w.i::text),
    '050-0000-0000', lpad((5000000 + w.i)::text, 8, '0'), lpad((3000000 + w.i)::text, 7, '0'), case when pg_temp.u(w.i, 81) < 0.7 then 27 else 6 end,
    lower(w.code) || '@example.jp', (private.today() - 900)::timestamptz
  from wanted w
  where not exists (select from public.requesters r where r.code = w.code)
  returning id, branch_id, created_at
)
insert into public.sites (requester_id, branch_id, code, name, short_name, created_at)
select m.id, m.branch_id, lpad(k::text, 3, '0'), (array['本社工場', '第二工場'])[k], (array['本社', '第二'])[k], m.created_at
from made m cross join lateral generate_series(1, case when m.id % 6 = 0 then 2 else 1 end) k;
