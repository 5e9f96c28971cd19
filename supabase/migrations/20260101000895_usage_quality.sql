-- 利用件数の率: share of cashless, rejection rate and time to completion, by branch, region, month or kind. From the small daily
-- roll-up, so that ten million cases cost no more than ten thousand.

create function public.usage_quality(p_from_month date, p_to_month date, p_group text default 'branch', p_vehicle_kind text default null, p_branch_id bigint default null)
returns jsonb language plpgsql stable set search_path = '' set jit = off as $$
declare
  v_branch bigint := coalesce(p_branch_id, private.my_branch());
  v_key text := case p_group when 'branch' then 'b.code' when 'region' then 'b.region' when 'month' then 'to_char(u.day, ''YYYY-MM-01'')' when 'kind' then 'u.vehicle_kind' end;
  v_rows jsonb;
begin
  if private.my_role() is null then
    perform private.refuse(401, 'not_signed_in');
  elsif not private.is_hq() and private.my_branch() is null then
    perform private.refuse(403, 'not_allowed');
  elsif p_from_month is null or p_to_month is null then
    perform private.refuse(400, 'period_required');
  elsif p_from_month > p_to_month then
    perform private.refuse(400, 'period_reversed');
  elsif v_key is null then
    perform private.refuse(400, 'invalid_value', '{"field": "group"}');
  end if;
  execute format($q$
    select jsonb_agg(to_jsonb(x) order by x.sort) from (
      select %1$s as key, min(%2$s) as name, min(b.code) as sort, sum(u.filed) as filed, sum(u.completed) as completed,
        sum(u.completed) filter (where u.vehicle_kind = 'registered') as registered,
        sum(u.cashless) as cashless, sum(u.corrections) as corrections, sum(u.rejections) as rejections, sum(u.days_taken) as days_taken
      from public.usage_daily u join public.branches b on b.id = u.agent_branch_id
      where u.day >= $1 and u.day < ($2 + interval '1 month')::date and ($3 is null or u.vehicle_kind = $3) and ($4 is null or u.agent_branch_id = $4)
      group by 1 having sum(u.filed) + sum(u.completed) > 0
    ) x
  $q$, v_key, case p_group when 'branch' then 'b.name' else v_key end) into v_rows using p_from_month, p_to_month, p_vehicle_kind, v_branch;
  if p_group in ('month', 'kind') then
    v_rows := (select jsonb_agg(r order by r ->> 'key') from jsonb_array_elements(v_rows) r);
  end if;
  return jsonb_build_object('issued_on', private.today(), 'rows', coalesce(v_rows, '[]'));
end $$;
comment on function public.usage_quality(date, date, text, text, bigint) is
  'Head office and branches: { issued_on, rows: [{ key, name, filed, completed, registered (completed 登録車), cashless, corrections, rejections, days_taken }] }
by branch, region, month or kind. Shares are made by who shows them. Refused: 401 not_signed_in, 403 not_allowed, 400 period_required, period_reversed, invalid_value.';
grant execute on function public.usage_quality(date, date, text, text, bigint) to authenticated;
