import { createDocuments } from './documents.ts';
import type { Http } from './http.ts';

/** A case and the version of it that was read; `values` of its own go before the shared ones. */
export type CaseRef = { id: number | string; version: number; values?: Record<string, unknown> };
/** `new_id`: the draft that 申請データ再利用 made. */
export type TransitionResult = { id: number; ok: boolean; code?: string; message?: string; version?: number; new_id?: number; details?: unknown; warning?: string };
export type ImportRejection = { line: number; column: string; value: string; code: string; message: string };
export type ImportResult = {
  read: number; inserted: number; updated: number; unchanged: number; rejected: ImportRejection[]; warnings: ImportRejection[];
};
/** `month` is `YYYY-MM`. */
export type CloseMonthRequest = { month: string; action?: 'close' | 'publish' | 'reopen'; preview: boolean; reason?: string };
export type ExportRequest = {
  report: string; format: 'xlsx' | 'pdf'; month?: string; from?: string; to?: string;
  vehicle_kind?: string; requester_id?: number; branch_id?: number; group?: string; debit_cycle?: number;
};
export type MemberRequest = {
  action: 'invite' | 'update' | 'reset_password' | 'reset_factor' | 'change_password' | 'disable' | 'enable' | 'delete';
} & Record<string, unknown>;
/** The member; `initial_password` once, where one was made. */
export type MemberAnswer = Record<string, unknown> & { initial_password?: string };

/** What the sign-in page shows to anybody. */
export type PublicNotice = { id: number; posted_on: string; important: boolean; title: string; body: string; link: string | null };

const fileName = (disposition: string | null, fallback: string): string => {
  const star = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(disposition ?? '')?.[1];
  if (star !== undefined) return decodeURIComponent(star.trim());
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
};

/** Everything the app asks for that is not reading or saving a row. Every method throws `AppError`. */
export const createActions = (http: Http) => {
  const call = async <T>(name: string, json: unknown): Promise<T> =>
    (await http.send(`/functions/v1/${name}`, { method: 'POST', json })).json as T;

  const rpc = async <T>(name: string, args: Record<string, unknown> = {}): Promise<T> =>
    (await http.send(`/rest/v1/rpc/${name}`, { method: 'POST', json: args })).json as T;

  const members = (request: MemberRequest): Promise<MemberAnswer> => call('members', request);

  return {
    /** Fires an event on cases; one bad row never blocks the others. */
    transition: async (event: string, applications: CaseRef[], more: { note?: string; values?: Record<string, unknown> } = {}) =>
      (await call<{ results: TransitionResult[] }>('transition', {
        event, applications: applications.map((ref) => ({ ...ref, id: Number(ref.id) })), ...more,
      })).results,

    /** Reads (preview) or takes in a file. `more`: `debit_on` of a `debit-result`. */
    importFile: async (kind: string, file: File, preview: boolean, more: Record<string, string> = {}): Promise<ImportResult> => {
      const body = new FormData();
      for (const [name, value] of Object.entries(more)) body.set(name, value);
      body.set('kind', kind);
      body.set('preview', String(preview));
      body.set('file', file);
      return (await http.send('/functions/v1/import-file', { method: 'POST', body })).json as ImportResult;
    },

    /** Totals and the count of statements; refusals are 409 (`month_not_over`, `previous_month_open`, …). */
    closeMonth: <T>(request: CloseMonthRequest): Promise<T> => call('close-month', request),

    /** The file, with the name the server gave it. */
    exportReport: async (request: ExportRequest): Promise<File> => {
      const answer = await http.raw('/functions/v1/export-report', { method: 'POST', json: request });
      const name = fileName(answer.headers.get('content-disposition'), `${request.report}.${request.format}`);
      return new File([await answer.blob()], name, { type: answer.headers.get('content-type') ?? '' });
    },

    /** 到達番号パスワード that was valid when a case was filed; the reading is logged. */
    readArrivalPassword: (applicationId: number): Promise<{ password: string; valid_from: string }> => call('agent-secrets', { action: 'read', application_id: applicationId }),
    /** Sealed by the function before the database sees it; `valid_from` an instant, null: now. */
    saveArrivalPassword: (request: { branch_id: number; vehicle_kind: 'registered' | 'kei'; valid_from: string | null; password: string }): Promise<unknown> =>
      call('agent-secrets', { action: 'save', ...request }),
    /** 口座振替データ of a debit day; with 二人承認 on, the answer that says it waits. */
    debitFile: async (debitOn: string): Promise<File | Record<string, unknown>> => {
      const answer = await http.raw('/functions/v1/debit-file', { method: 'POST', json: { debit_on: debitOn } });
      if (answer.status === 202) return (await answer.json()) as Record<string, unknown>;
      const name = fileName(answer.headers.get('content-disposition'), `${debitOn}.txt`);
      return new File([await answer.blob()], name, { type: 'application/octet-stream' });
    },

    members,
    documents: createDocuments(http),
    changePassword: (currentPassword: string, newPassword: string) =>
      members({ action: 'change_password', current_password: currentPassword, new_password: newPassword }),

    /** The newest public notices, also without a session. */
    publicNotices: async (): Promise<PublicNotice[]> =>
      (await http.send('/rest/v1/notices?select=id,posted_on,important,title,body,link&order=posted_on.desc,id.desc&limit=5')).json as PublicNotice[],

    /** An RPC that answers one jsonb; `read` says that it changes nothing (dashboards, previews, report rows). */
    rpc,
    read: rpc,

    /** Its answer as it came, for a worker to read. */
    bytes: async (name: string, args: Record<string, unknown>): Promise<ArrayBuffer> =>
      (await http.raw(`/rest/v1/rpc/${name}`, { method: 'POST', json: args })).arrayBuffer(),
  };
};
export type Actions = ReturnType<typeof createActions>;
