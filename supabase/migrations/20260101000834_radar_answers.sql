-- What 要注意一覧 asks: counts by rule, the lines of a rule, and a mute.

-- A rule's lines with the caller's own mute beside each.
create function private.radar_lines_sql(p_rule text, p_member public.members) returns text
language sql stable set search_path = '' as $$
  select format($q$(%s) l left join public.radar_mutes m on m.rule = %L and m.subject_id = l.subject_id and m.muted_until > %L
    and m.branch_id is not distinct from %L::bigint and m.requester_id is not distinct from %L::bigint$q$,
    private.radar_sql(p_rule, p_member), p_rule, private.today(), p_member.branch_id, p_member.requester_id)
$$;

-- Head office's counts of rules that are slow to count, among the open cases of the nation: kept by the clock. A count that is
-- quick is not kept, so that a small installation never shows an old one.
create table private.radar_counts (
  rule text collate "C" primary key,
  lines int not null,
  muted int not null,
  counted_at timestamptz not null
);
comment on table private.radar_counts is 'What private.count_radar() counted for head office; a row that is too old, or of another day, is not shown.';
create function private.kept_count(p_rule text) returns private.radar_counts
language sql stable security definer set search_path = '' as $$
  select c from private.radar_counts c
  where c.rule = p_rule and private.is_hq()
    and c.counted_at between private.now() - interval '30 minutes' and private.now() and private.jst_day(c.counted_at) = private.today()
$$;
comment on function private.kept_count(text) is 'Definer: radar_counts has no grant; only head office gets the nation''s counts.';

create function private.count_rule(p_rule text, p_member public.members, out lines int, out muted int)
language plpgsql stable set search_path = '' as $$
begin
  execute 'select count(*) filter (where m.id is null), count(m.id) from ' || private.radar_lines_sql(p_rule, p_member) into lines, muted;
end $$;

-- Counts every rule for head office and keeps what took longer than p_ms.
create function private.count_radar(p_ms int default 20) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_hq public.members := jsonb_populate_record(null::public.members, '{"role": "hq_viewer"}');
  v_rule text;
  v_count record;
  v_started timestamptz;
begin
  delete from private.radar_counts c where true;
  for v_rule in select r.rule from private.radar_rules() r where r.reaches && private.radar_reaches(v_hq) loop
    v_started := clock_timestamp();
    v_count := private.count_rule(v_rule, v_hq);
    if clock_timestamp() - v_started >= make_interval(secs => p_ms / 1000.0) then
      insert into private.radar_counts (rule, lines, muted, counted_at) values (v_rule, v_count.lines, v_count.muted, private.now())
      on conflict (rule) do update set lines = excluded.lines, muted = excluded.muted, counted_at = excluded.counted_at;
    end if;
  end loop;
end $$;
comment on function private.count_radar(int) is 'Definer: run by the clock; counts as head office, which reads every case.';
insert into private.schedules (name, cron, statement) values ('radar-counts', '*/10 * * * *', 'select private.count_radar()');

create function private.radar(p_member public.members) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_rule text;
  v_kept private.radar_counts;
  v_count record;
  v_counts jsonb := '{}';
  v_mutes jsonb := '{}';
  v_counted_at timestamptz;
begin
  for v_rule in select r.rule from private.radar_rules() r where r.reaches && private.radar_reaches(p_member) loop
    v_kept := private.kept_count(v_rule);
    if v_kept.rule is null then
      v_count := private.count_rule(v_rule, p_member);
    else
      v_count := v_kept;
      v_counted_at := least(v_counted_at, v_kept.counted_at);
    end if;
    v_counts := v_counts || jsonb_build_object(v_rule, v_count.lines);
    v_mutes := v_mutes || jsonb_build_object(v_rule, v_count.muted);
  end loop;
  return jsonb_build_object('today', private.today(), 'counted_at', v_counted_at, 'counts', v_counts, 'muted', v_mutes,
    'total', (select coalesce(sum(n::int), 0) from jsonb_each_text(v_counts) x (rule, n)));
end $$;

-- What lines show of the cases, companies or sites they are about: all of a page at once, for each statement looks up who asks.
create function private.radar_subjects(p_subject text, p_ids bigint[]) returns table (id bigint, facts jsonb)
language sql stable set search_path = '' as $$
  select a.id, jsonb_build_object('request_no', a.request_no, 'application_no', a.application_no, 'vehicle_kind', a.vehicle_kind, 'plate_area', a.plate_area,
    'plate_class', a.plate_class, 'plate_kana', a.plate_kana, 'plate_number', a.plate_number, 'plate_raw', a.plate_raw, 'small_plate', a.small_plate,
    'chassis_no', a.chassis_no, 'filing_status', a.filing_status, 'oss_status', a.oss_status, 'requester_name', r.name, 'site_name', s.short_name)
  from public.applications a left join public.requesters r on r.id = a.requester_id left join public.sites s on s.id = a.site_id
  where p_subject = 'application' and a.id = any (p_ids)
  union all
  select r.id, jsonb_build_object('requester_code', r.code, 'requester_name', r.name) from public.requesters r where p_subject = 'requester' and r.id = any (p_ids)
  union all
  select s.id, jsonb_build_object('requester_code', r.code, 'requester_name', r.name, 'site_code', s.code, 'site_name', s.name)
  from public.sites s join public.requesters r on r.id = s.requester_id where p_subject = 'site' and s.id = any (p_ids)
  union all
  select b.id, jsonb_build_object('branch_code', b.code, 'branch_name', b.name) from public.branches b where p_subject = 'branch' and b.id = any (p_ids)
$$;

-- One page of a rule, the oldest day first; p_after is `next` of the page before.
create function private.radar_rows(p_rule text, p_limit int, p_after jsonb, p_muted boolean, p_member public.members) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_limit int := least(greatest(coalesce(p_limit, 50), 1), 200);
  v_lines text := private.radar_lines_sql(p_rule, p_member);
  v_subject text := (select r.subject from private.radar_rules() r where r.rule = p_rule);
  v_page jsonb;
begin
  execute format($q$
    with page as materialized (
      select l.subject_id as id, l.day, l.detail, m.muted_until, m.note, m.muted_by_name from %s
      where (m.id is not null) = $1 and ($2 is null or (l.day, l.subject_id) > (($2 ->> 'day')::date, ($2 ->> 'id')::bigint))
      order by l.day, l.subject_id limit $3 + 1
    ), shown as materialized (select * from page order by day, id limit $3)
    select jsonb_build_object(
      'rows', coalesce((select jsonb_agg(to_jsonb(s) || x.facts || jsonb_build_object('subject', $4) order by s.day, s.id)
        from shown s join private.radar_subjects($4, array(select h.id from shown h)) x on x.id = s.id), '[]'),
      'next', (select jsonb_build_object('day', s.day, 'id', s.id) from shown s where (select count(*) from page) > $3 order by s.day desc, s.id desc limit 1))
  $q$, v_lines) into v_page using coalesce(p_muted, false), p_after, v_limit, v_subject;
  return v_page;
end $$;

-- Writes or takes back a mute of the caller's office or company.
create function private.put_radar_mute(p_rule text, p_id bigint, p_until date, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_me public.members := private.me();
begin
  delete from public.radar_mutes m where (m.rule, m.subject_id) = (p_rule, p_id)
    and m.branch_id is not distinct from v_me.branch_id and m.requester_id is not distinct from v_me.requester_id;
  -- head office sees what it did at once: the rule is counted anew
  delete from private.radar_counts c where c.rule = p_rule and v_me.branch_id is null and v_me.requester_id is null;
  if p_until is not null then
    insert into public.radar_mutes (rule, subject_id, branch_id, requester_id, muted_until, note, muted_by, muted_by_name)
    values (p_rule, p_id, v_me.branch_id, v_me.requester_id, p_until, btrim(p_note), v_me.user_id, v_me.display_name);
  end if;
end $$;
comment on function private.put_radar_mute(text, bigint, date, text) is 'Definer: radar_mutes and radar_counts have no write grant; radar_mute has judged that the caller sees the line.';

-- Refusals: not_allowed, invalid_value (p_rule; p_until not within half a year), value_required (note), not_found (no such line).
create function private.radar_mute(p_rule text, p_id bigint, p_until date, p_note text, p_member public.members) returns void
language plpgsql set search_path = '' as $$
declare
  v_rule text := private.radar_sql(p_rule, p_member);
  v_found boolean;
begin
  if p_member.role = 'hq_viewer' then
    perform private.refuse(403, 'not_allowed');
  elsif p_until is not null and p_until not between private.today() + 1 and private.today() + 184 then
    perform private.refuse(400, 'invalid_value', '{"field": "muted_until"}');
  elsif p_until is not null and coalesce(btrim(p_note), '') = '' then
    perform private.refuse(400, 'value_required', '{"field": "note"}');
  elsif char_length(btrim(p_note)) > 200 then
    perform private.refuse(400, 'invalid_value', '{"field": "note"}');
  end if;
  execute format('select exists (select from (%s) l where l.subject_id = $1)', v_rule) into v_found using p_id;
  if not v_found then
    perform private.refuse(404, 'not_found');
  end if;
  perform private.put_radar_mute(p_rule, p_id, p_until, p_note);
end $$;

create function public.radar() returns jsonb
language sql stable set search_path = '' as $$ select private.radar(private.me()) $$;
comment on function public.radar() is '要注意一覧: {today, total, counts: {rule: lines}, muted: {rule: lines}, counted_at} of the rules that concern the caller; counted_at is the moment of the oldest count that the clock keeps, else null. Read-only.';
create function public.radar_rows(p_rule text, p_limit int default 50, p_after jsonb default null, p_muted boolean default false) returns jsonb
language sql stable set search_path = '' as $$ select private.radar_rows(p_rule, p_limit, p_after, p_muted, private.me()) $$;
comment on function public.radar_rows(text, int, jsonb, boolean) is
  'Lines of a rule within the caller''s scope: {rows: [{id, subject, day, detail, …}], next: {day, id} or null}, 200 at most. p_muted: those that are muted instead.';
create function public.radar_mute(p_rule text, p_id bigint, p_until date, p_note text) returns void
language sql set search_path = '' as $$ select private.radar_mute(p_rule, p_id, p_until, p_note, private.me()) $$;
comment on function public.radar_mute(text, bigint, date, text) is 'Mutes a line for the caller''s office or company until a day (JST) with a note; p_until null shows it again.';

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'private'::regnamespace
    and (p.proname like 'radar%' or p.proname in ('step_sql', 'finding_holds', 'differs_by_one', 'requesters_without_account', 'put_radar_mute', 'kept_count', 'count_rule'))
  loop
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
grant execute on function public.radar(), public.radar_rows(text, int, jsonb, boolean), public.radar_mute(text, bigint, date, text) to authenticated;
