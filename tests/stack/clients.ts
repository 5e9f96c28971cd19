import type { SupabaseClient } from '@supabase/supabase-js';
import { inject } from 'vitest';
import { connectClient } from '../../tools/stack/client.ts';

export const SHOP = '00000000-0000-0000-0000-000000000001';
export const PASSWORD = 'Passw0rd-long';

const open = (key: string): SupabaseClient => connectClient(inject('stack').url, key);

/** A client that has not signed in. */
export const anonymous = (): SupabaseClient => open(inject('stack').publishableKey);

/** A client with the secret key. */
export const admin = (): SupabaseClient => open(inject('stack').secretKey);

/** Makes a person; answers the id. */
export const createPerson = async (email: string, appMetadata: object = {}): Promise<string> => {
  const { data, error } = await admin().auth.admin.createUser({ email, password: PASSWORD, email_confirm: true, app_metadata: appMetadata });
  if (error) throw error;
  return data.user.id;
};

/** Signs a person in; answers the client. */
export const signIn = async (email: string, password = PASSWORD): Promise<SupabaseClient> => {
  const client = anonymous();
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return client;
};

/** Makes a person and signs in. */
export const person = async (name: string): Promise<SupabaseClient> => {
  const email = `${name}@example.com`;
  await createPerson(email);
  return signIn(email);
};
