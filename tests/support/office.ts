import type { Stack } from '../../tools/stack/stack.ts';
import { connectClient } from '../../tools/stack/client.ts';
import { castPassword, type Role } from './cast.ts';
import { connect } from './connection.ts';

type Addresses = Pick<Stack, 'url' | 'databaseUrl' | 'publishableKey' | 'secretKey'>;

/** Makes an account through Auth and its members row; answers the access token of the signed-in person. */
export const signedIn = async (stack: Addresses, loginId: string, role: Role, branchCode: string | null = null): Promise<string> => {
  const email = `${loginId}@login.invalid`;
  const admin = connectClient(stack.url, stack.secretKey);
  const { data, error } = await admin.auth.admin.createUser({ email, password: castPassword, email_confirm: true });
  if (error) throw error;
  const sql = connect(stack.databaseUrl);
  await sql`
    insert into members (user_id, login_id, display_name, role, must_change_password, branch_id)
    values (${data.user.id}, ${loginId}, ${loginId}, ${role}, false, (select id from branches where code = ${branchCode}))`.finally(() => sql.end());
  const person = connectClient(stack.url, stack.publishableKey);
  const session = await person.auth.signInWithPassword({ email, password: castPassword });
  if (session.error) throw session.error;
  return session.data.session.access_token;
};

/** A cell that a file's answer names. */
export type Cell = { line: number; column: string; value: string | null; code: string; message: string };
export type ImportAnswer = { read: number; inserted: number; updated: number; unchanged: number; rejected: Cell[]; warnings: Cell[] };
export type Refused = { code: string; message: string; details: unknown };

/** Brings a file to `import-file`. Answers the status and the body. */
export const bring = async (
  stack: Pick<Stack, 'url'>, token: string, kind: string, file: Uint8Array | string, options: { preview?: boolean; name?: string; debitOn?: string } = {},
): Promise<{ status: number; body: ImportAnswer & Refused }> => {
  const form = new FormData();
  form.set('kind', kind);
  form.set('preview', String(options.preview ?? false));
  if (options.debitOn !== undefined) form.set('debit_on', options.debitOn);
  form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), options.name ?? `${kind}.csv`);
  const response = await fetch(`${stack.url}/functions/v1/import-file`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  return { status: response.status, body: (await response.json()) as ImportAnswer & Refused };
};
