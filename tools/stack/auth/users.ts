import type postgres from 'postgres';

/** A user as GoTrue shows it; supabase-js passes it on as it is. */
export type User = { id: string; email: string | null; banned_until: string | null; [field: string]: unknown };

/** The columns of a user in GoTrue's names, with its identities. For `select … from auth.users`. */
export const userColumns = (sql: postgres.Sql) => sql`
  id, aud, role, email, coalesce(phone, '') as phone, email_confirmed_at, confirmed_at, invited_at, recovery_sent_at,
  last_sign_in_at, banned_until, raw_app_meta_data as app_metadata, raw_user_meta_data as user_metadata, is_anonymous,
  created_at, updated_at,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id, 'identity_data', i.identity_data,
      'provider', i.provider, 'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
      'updated_at', i.updated_at, 'email', i.email))
    from auth.identities as i where i.user_id = users.id
  ), '[]') as identities`;

/** The factors of a user as GoTrue lists them. */
export const factorsOf = (sql: postgres.Sql, userId: string) => sql<{ id: string; status: string }[]>`
  select id, friendly_name, factor_type, status, created_at, updated_at
  from auth.mfa_factors where user_id = ${userId} order by created_at`;
