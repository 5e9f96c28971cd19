-- Settings an administrator may change, and the log of who changed what in the directory, settings and prices.

create table public.settings (
  key text collate "C" primary key,
  value jsonb not null,
  label_ja text not null,
  updated_at timestamptz not null default private.now(),
  version int not null default 1
);
comment on table public.settings is '設定: one row a setting; the code reads them by private.setting().';
alter table public.settings enable row level security;
create policy settings_select on public.settings for select to authenticated using (
  (select private.is_hq_or_auditor()) or (select private.my_branch()) is not null);
comment on policy settings_select on public.settings is 'Head office, auditor and branches read the settings.';
grant select on public.settings to authenticated;

create function private.setting(p_key text) returns jsonb
language sql stable security definer set search_path = '' as $$ select s.value from public.settings s where s.key = p_key $$;
comment on function private.setting(text) is 'Definer: rules need settings that a garage may not list.';
create function private.setting_is_on(p_key text) returns boolean
language sql stable set search_path = '' as $$ select coalesce(private.setting(p_key) = 'true', false) $$;

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default private.now(),
  actor_id uuid,
  actor_name text,
  branch_id bigint,
  subject text not null,
  subject_id text not null,
  action text not null,
  before jsonb,
  after jsonb
);
comment on table public.audit_log is '操作履歴: append-only; only changed fields are kept. branch_id is the branch that may read the line (D-2).';
create index audit_log_branch_id_idx on public.audit_log (branch_id, id desc);
create index audit_log_subject_idx on public.audit_log (subject, subject_id, id desc);
alter table public.audit_log enable row level security;
create policy audit_log_select on public.audit_log for select to authenticated using (
  (select private.has_role('hq_admin', 'auditor'))
  or ((select private.has_role('branch_admin')) and branch_id = (select private.my_branch())));
comment on policy audit_log_select on public.audit_log is '本部管理者 and 監査 read all of it, 支部管理者 what concerns the branch.';
grant select on public.audit_log to authenticated;

-- Fields of p_new that differ from p_old.
create function private.changed_fields(p_old jsonb, p_new jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(n.key, n.value), '{}')
  from jsonb_each(p_new) n where p_old -> n.key is distinct from n.value
$$;

create function private.write_audit(p_subject text, p_subject_id text, p_action text, p_branch_id bigint, p_before jsonb, p_after jsonb)
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_log (actor_id, actor_name, branch_id, subject, subject_id, action, before, after)
  select (select auth.uid()), (select m.display_name from public.members m where m.user_id = (select auth.uid())),
    p_branch_id, p_subject, p_subject_id, p_action, p_before, p_after
$$;
comment on function private.write_audit(text, text, text, bigint, jsonb, jsonb) is 'Definer: nobody may insert into the log by hand.';

-- Logs a change of a directory row. Arguments: name of the key column, expression is taken from the row's branch_id.
create function private.on_audited_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'search_text' end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'search_text' end;
  v_row jsonb := coalesce(v_new, v_old);
  v_ignored text[] := array['version', 'last_sign_in_at', 'failed_attempts', 'updated_at'];
begin
  if tg_op = 'UPDATE' and (v_old - v_ignored) = (v_new - v_ignored) then
    return null;
  end if;
  perform private.write_audit(tg_table_name, v_row ->> tg_argv[0], lower(tg_op), (v_row ->> coalesce(tg_argv[1], 'branch_id'))::bigint,
    case when tg_op = 'UPDATE' then private.changed_fields(v_new, v_old) - v_ignored else v_old end,
    case when tg_op = 'UPDATE' then private.changed_fields(v_old, v_new) - v_ignored else v_new end);
  return null;
end $$;
comment on function private.on_audited_change() is 'Definer: writes the log whoever changed the row.';

create trigger on_branches_changed after update or delete on public.branches
  for each row execute function private.on_audited_change('id', 'id');
create trigger on_requesters_changed after update or delete on public.requesters
  for each row execute function private.on_audited_change('id', 'branch_id');
create trigger on_sites_changed after update or delete on public.sites
  for each row execute function private.on_audited_change('id', 'branch_id');
create trigger on_members_changed after insert or update or delete on public.members
  for each row execute function private.on_audited_change('user_id', 'branch_id');
create trigger on_settings_changed after update on public.settings
  for each row execute function private.on_audited_change('key');

create table private.schedules (
  name text primary key,
  cron text not null,
  statement text,
  function text,
  constraint schedules_do_one_thing check (num_nonnulls(statement, function) = 1)
);
comment on table private.schedules is 'What runs by the clock, in Asia/Tokyo: read by the embedded scheduler and put into pg_cron by private.install_schedules.';
comment on column private.schedules.function is 'An Edge Function that is called with the secret key, instead of a statement.';

insert into public.settings (key, value, label_ja) values
  ('standalone', 'false', '単独運用（申請IDを本システムで採番する）'),
  ('two_person_approval', 'false', '二人承認'),
  ('approval_days', '7', '二人承認の期限（日）'),
  ('second_factor_required', 'false', '本部・支部の利用者に二段階認証を必須とする'),
  ('password_valid_days', 'null', 'パスワード有効期間（日）、無期限は空'),
  ('lock_after_failures', '5', 'ログイン失敗でロックするまでの回数'),
  ('lock_minutes', '15', 'ロック時間（分）'),
  ('service_hours', '{"open": "07:00", "close": "22:00", "closed_from": "12-29", "closed_to": "01-03"}', 'AINAS 利用可能時間'),
  ('refuse_outside_hours', 'false', '利用可能時間外の送信を受け付けない'),
  ('debit_offset_6', '2', '6日振替: 利用月から何か月後か'),
  ('debit_offset_27', '1', '27日振替: 利用月から何か月後か'),
  ('debit_deadline_days_6', '5', '6日振替: データ締切（引落日の何営業日前）'),
  ('debit_deadline_days_27', '5', '27日振替: データ締切（引落日の何営業日前）'),
  ('debit_result_days_6', '4', '6日振替: 結果到着（引落日の何営業日後）'),
  ('debit_result_days_27', '4', '27日振替: 結果到着（引落日の何営業日後）'),
  ('debit_consignor', '{"code": "0000000000", "name": "ニツセイレン", "bank_code": "0000", "bank_name": "", "branch_code": "000", "branch_name": "", "account_type": "ordinary", "account_number": "0000000"}',
    '口座振替の委託者（全銀ヘッダー）'),
  ('transfer_account', 'null', '振込依頼書に印字する振込先'),
  ('transfer_due_days', '14', '振込依頼書の期限（発行から何日後）'),
  ('tax_rounding', '"floor"', '内消費税の端数処理'),
  ('invoice_registration_no', 'null', '適格請求書発行事業者登録番号'),
  ('association_name', '"一般社団法人日本自動車整備振興会連合会"', '本部名称'),
  ('erase_vehicle_users_after_days', '60', '使用者情報を消去するまでの日数（手続完了後）'),
  ('import_headers', '{}', '取込ファイルの見出し（項目名と異なる場合）');
