-- The payees name what was advanced in open months for which their report has come.
insert into public.payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind)
select r.payee, r.month, a.paid_acceptance_no, a.amount, a.advanced_on, a.vehicle_kind
from public.payee_reports r
join public.advance_ledger a on a.fee_kind = private.fee_kind_of(r.payee) and a.advanced_on between r.month and (r.month + interval '1 month')::date - 1
where a.matched_line_id is null and a.billing_month is null and a.paid_acceptance_no like '2%'
on conflict do nothing;
select private.match_payee_lines(r.payee, r.month) from public.payee_reports r where not private.is_closed(r.month);
