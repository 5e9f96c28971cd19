-- Fictitious companies and their workshops. Numbers of AINAS and of the association are outside the ranges of real lists.

create temp table seed_companies as
select i, 'C' || lpad(i::text, 7, '0') as code, a.branch_id, a.prefecture,
  pg_temp.pick(i, 11, '{株式会社,有限会社,合同会社,""}'::text[]) as form, w.word, k.trade
from generate_series(1, 400) i
-- word and trade run through all their pairs, so that no name comes twice
cross join lateral (select ('{星見台,風待橋,月代野,汐見坂下,霧ヶ丘,花笠野,雪見坂,朝凪町,夕凪通,若草沢,白樺橋,銀杏台,紅葉野,桜瀬,菫ヶ原,柚木坂,榎並台,楓沢,藤波野,鈴鳴坂,千草台,虹ヶ浜,望海台,暁野,東雲坂,水無瀬台,音羽野,笹舟町,木漏日台,綿雲野,波音町,石蕗坂,山吹台,萩風野,竹風坂,松籟台,岩清水町,鷺沢野,雲雀坂,茜台}'::text[])[1 + i % 40] as word) w
cross join lateral (select ('{自動車整備工場,モータース,オートサービス,車検センター,自動車,オート,カーサービス,整備,自動車工業,ボデー}'::text[])[1 + (i / 40 + i) % 10] as trade) k
cross join lateral (
  select b.* from (
    select s.*, sum(s.weight) over (order by s.code) / sum(s.weight) over () as up_to from seed_areas s
  ) b
  where b.code = case i when 1 then '118' when 2 then '101' end
    or (i > 2 and b.up_to > pg_temp.u(i, 12))
  order by b.code limit 1
) a;

insert into public.requesters (code, name, branch_id, postal_code, address, phone, ainas_org_id, member_code, hotekisho_company_no,
  agency_company_no, onboarding_status, contract_status, debit_cycle, collection, report_email, mail_daily_details, mail_monthly_advances, report_email_confirmed_at, mail_daily_since, created_at)
select c.code,
  case when pg_temp.u(c.i, 13) < 0.6 then c.form || c.word || c.trade else c.word || c.trade || c.form end,
  c.branch_id, '000-' || lpad(c.i::text, 4, '0'),
  c.prefecture || '見本市' || c.word || pg_temp.full_width((1 + pg_temp.below(c.i, 14, 9)) || '-' || (1 + pg_temp.below(c.i, 15, 30)) || '-' || (1 + pg_temp.below(c.i, 16, 20))),
  '050-0000-' || lpad(c.i::text, 4, '0'),
  '0310' || lpad(c.i::text, 4, '0'), '20' || lpad(c.i::text, 5, '0'), '7000' || lpad(c.i::text, 4, '0'), '8000' || lpad(c.i::text, 4, '0'),
  case when c.i > 392 then (array['received', 'incomplete', 'sent', 'ainas_pending', 'registered', 'sites_ready', 'account_pending', 'changing'])[c.i - 392]
    else 'in_use' end,
  case when c.i in (57, 211) then 'suspended' when c.i = 318 then 'left' else 'active' end,
  case when pg_temp.u(c.i, 17) < 0.7 then 27 else 6 end,
  case when c.i > 2 and pg_temp.u(c.i, 18) < 0.08 then 'branch' else 'head_office' end,
  lower(c.code) || '@example.jp', pg_temp.u(c.i, 19) < 0.6, pg_temp.u(c.i, 20) < 0.5,
  -- one company has not opened its confirmation yet; the others get their first mail about the last days
  case when c.i <> 5 then private.now() end, private.today() - 4,
  (private.month_of(private.today()) - interval '26 months')::timestamptz + c.i * interval '5 hours'
from seed_companies c order by c.i;

-- Workshops: every company one, some two or three; a few of those lie in another branch's area.
insert into public.sites (requester_id, branch_id, code, name, short_name, record_agent_no, status, created_at)
select r.id,
  case when c.i = 1 and s.k = 3 then (select a.branch_id from seed_areas a where a.code = '119')
    when c.i <= 2 or s.k = 1 or pg_temp.u(c.i, 20 + s.k) < 0.75 then r.branch_id
    else (select a.branch_id from seed_areas a order by (hashint8extended(c.i, 40 + a.branch_id::int)), a.branch_id limit 1) end,
  lpad(s.k::text, 3, '0'), c.word || (array['本社工場', '第二工場', '南工場'])[s.k], (array['本社', '第二', '南'])[s.k],
  case when pg_temp.u(c.i * 10 + s.k, 31) < 0.5 or (c.i = 1 and s.k = 1) then lpad((4100000000 + c.i * 10 + s.k)::text, 10, '0') end,
  case when c.i > 392 then 'pending' when c.i = 318 then 'closed' else 'active' end,
  r.created_at
from seed_companies c join public.requesters r on r.code = c.code
cross join lateral generate_series(1, case when c.i = 1 then 3 when c.i = 2 then 1 when pg_temp.u(c.i, 32) < 0.04 then 3 when pg_temp.u(c.i, 32) < 0.22 then 2 else 1 end) s (k)
order by c.i, s.k;

-- A fourth workshop that waits for its branch: the screen of 支部 has something to confirm.
insert into public.sites (requester_id, branch_id, code, name, short_name, status)
select r.id, r.branch_id, '004', '北工場', '北', 'pending' from public.requesters r where r.code = 'C0000005';

-- Debit accounts at a bank that does not exist; the last few companies still wait for theirs.
with account as (
  insert into public.debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number)
  select r.id, r.created_at::date, '9998', 'ﾐﾎﾝｷﾞﾝｺｳ', lpad((1 + c.i % 40)::text, 3, '0'), 'ﾎﾝﾃﾝ',
    case when c.i % 3 = 0 then 'checking' else 'ordinary' end, '****' || lpad((c.i * 7 % 1000)::text, 3, '0')
  from seed_companies c join public.requesters r on r.code = c.code
  where c.i <= 392 and c.i % 37 <> 0
  returning id, requester_id, masked_number
)
insert into public.debit_account_numbers (account_id, requester_id, account_number, holder_kana)
select a.id, a.requester_id, '9999' || right(a.masked_number, 3), 'ﾐﾎﾝｼﾞﾄﾞｳｼﾔ' from account a;
