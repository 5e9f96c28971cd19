-- Draws what the cases are: car, workshop, day, course. Row n stands at its share of the days, so numbers follow time.
-- p_base shifts the draws and the numbers, so that more can be added to what is there.

create function pg_temp.draw_cases(p_first bigint, p_last bigint, p_total bigint, p_base bigint default 0)
returns table (n bigint, kind text, day date, office_n int, scenario_id int, site_id bigint, requester_id bigint, agent_branch_id bigint,
  home_branch_id bigint, plate_area text, plate_class text, plate_kana text, plate_number text, chassis_no text, weight_tax int)
language sql as $$
  -- some rows of the last days stand still one in each course, a third of them in the first company: every status has a case
  with standing as (
    select p_total - 320 + 4 * k.place as place, k.kind, k.id as scenario_id,
      case when k.place % 3 = 0 then (select f.site_id from seed_sites f order by f.site_id offset k.place / 3 % 3 limit 1) end as site_id
    from (select s.*, row_number() over (order by s.id) as place from seed_scenarios s where s.past < 0.06) k
    where p_total <= 100000
  ), drawn as (
    select g.place + p_base as n, g.place, t.scenario_id, t.site_id,
      coalesce(t.kind, case when pg_temp.u(g.place + p_base, 1) < 0.42 then 'k' when pg_temp.u(g.place + p_base, 2) < 0.1 then 'c' else 'r' end) as kind
    from generate_series(p_first, p_last) g (place) left join standing t on t.place = g.place
  )
  select d.n, d.kind, y.day, y.office_n,
    coalesce(d.scenario_id, b.ids[least(1 + width_bucket(pg_temp.u(d.n, 4), b.ups), cardinality(b.ids))]),
    s.site_id, s.requester_id, s.agent_branch_id, s.home_branch_id,
    pg_temp.pick(d.n, 5, a.plates),
    pg_temp.pick(d.n, 6, case d.kind when 'k' then '{580,581,583,480,582}' else '{300,330,500,501,530,301,400,502,800}' end::text[]),
    pg_temp.pick(d.n, 7, '{さ,す,せ,そ,た,ち,つ,て,と,な,に,ぬ,ね,の,は,ひ,ふ,ほ,ま,み,む,め,も,や,ゆ,よ,ら,る,ろ}'::text[]),
    (1 + pg_temp.below(d.n, 8, 9999))::text,
    pg_temp.pick(d.n, 9, case d.kind when 'k' then '{DEM36S,DEM17V,SMP100S,SMP4,MHN85S,MHN3}' else '{DEM80,DEM10R,SMP30W,SMP51,MHN210,MHN15}' end::text[])
      || '-' || lpad((d.n * 7919 % 10000000)::text, 7, '0'),
    case d.kind when 'k' then (array[6600, 6600, 5000, 8200, 8800])[1 + pg_temp.below(d.n, 10, 5)]
      else (array[12300, 16400, 24600, 32800, 20000, 24600, 37800])[1 + pg_temp.below(d.n, 10, 7)] end
  from drawn d
  cross join lateral (select x.day, x.office_n from seed_days x where x.up_to > (d.place - 0.5) / p_total order by x.up_to limit 1) y
  cross join lateral (select x.site_id from seed_sites x where x.up_to > pg_temp.u(d.n, 3) order by x.up_to limit 1) w
  join seed_sites s on s.site_id = coalesce(d.site_id, w.site_id)
  join seed_areas a on a.branch_id = s.agent_branch_id
  join seed_scenario_bounds b on b.kind = d.kind
    and b.recent = (y.office_n > (select max(o.n) - 9 from seed_office_days o, seed_period p where o.day <= p.ends))
$$;
