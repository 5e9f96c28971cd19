-- AINAS利用登録通知書 and AINASクライアント証明書等 (domain §2.12): two files a company, kept in Storage under
-- <company's id>/ainas_notice.pdf and <company's id>/client_certificate.zip. The office puts them there; the company's
-- administrator takes them once its registration is complete.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('requester-documents', 'requester-documents', false, 10485760,
  array['application/pdf', 'application/zip', 'application/x-zip-compressed']);

create function private.document_names() returns text[]
language sql immutable set search_path = '' as $$ select array['ainas_notice.pdf', 'client_certificate.zip'] $$;

-- Files the caller may take: the own company's, for its administrator, after 登録完了.
create function private.my_document_paths() returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.id || '/' || n), '{}')
  from public.requesters r cross join unnest(private.document_names()) n
  where r.id = private.my_company() and private.has_role('requester_admin') and r.contract_status <> 'left'
    and r.onboarding_status in ('registered', 'sites_ready', 'account_pending', 'in_use', 'changing')
$$;
comment on function private.my_document_paths() is 'Definer: as the scope functions.';

-- Files the caller keeps: those of the companies at home in the branch, for its administrator.
create function private.my_kept_paths() returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r || '/' || n), '{}')
  from unnest(private.my_home_requesters()) r cross join unnest(private.document_names()) n
  where private.has_role('branch_admin')
$$;
comment on function private.my_kept_paths() is 'Definer: as the scope functions.';

grant execute on function private.document_names(), private.my_document_paths(), private.my_kept_paths() to authenticated;

create policy requester_documents_select on storage.objects for select to authenticated using (
  bucket_id = 'requester-documents' and (
    (select private.has_role('hq_admin'))
    or name = any ((select private.my_kept_paths())::text[])
    or name = any ((select private.my_document_paths())::text[])));
comment on policy requester_documents_select on storage.objects is
  '本部管理者 all; 支部管理者 those of the home companies; 管理者 of a company its own once the registration is complete.';
create policy requester_documents_insert on storage.objects for insert to authenticated with check (
  bucket_id = 'requester-documents' and (
    name = any ((select private.my_kept_paths())::text[])
    or ((select private.has_role('hq_admin')) and case when name ~ '^[0-9]{1,18}/(ainas_notice[.]pdf|client_certificate[.]zip)$'
      then exists (select from public.requesters r where r.id = split_part(objects.name, '/', 1)::bigint) else false end)));
comment on policy requester_documents_insert on storage.objects is '本部管理者, and 支部管理者 for the home companies; under the two names only.';
create policy requester_documents_update on storage.objects for update to authenticated
  using (bucket_id = 'requester-documents' and ((select private.has_role('hq_admin')) or name = any ((select private.my_kept_paths())::text[])))
  with check (bucket_id = 'requester-documents' and (
    name = any ((select private.my_kept_paths())::text[])
    or ((select private.has_role('hq_admin')) and case when name ~ '^[0-9]{1,18}/(ainas_notice[.]pdf|client_certificate[.]zip)$'
      then exists (select from public.requesters r where r.id = split_part(objects.name, '/', 1)::bigint) else false end)));
comment on policy requester_documents_update on storage.objects is 'As requester_documents_insert: a new file takes the place of the old one.';
create policy requester_documents_delete on storage.objects for delete to authenticated using (
  bucket_id = 'requester-documents' and ((select private.has_role('hq_admin')) or name = any ((select private.my_kept_paths())::text[])));
comment on policy requester_documents_delete on storage.objects is 'As requester_documents_insert.';
