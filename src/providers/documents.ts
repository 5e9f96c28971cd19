import type { Http } from './http.ts';

const BUCKET = 'requester-documents';

/** The two files of a company: name in the bucket, ending, and type. */
export const DOCUMENTS = [
  { kind: 'ainas_notice', file: 'ainas_notice.pdf', type: 'application/pdf' },
  { kind: 'client_certificate', file: 'client_certificate.zip', type: 'application/zip' },
] as const;
export type DocumentKind = (typeof DOCUMENTS)[number]['kind'];
export type StoredDocument = { kind: DocumentKind; storedAt: string };

const fileOf = (kind: DocumentKind) => DOCUMENTS.find((one) => one.kind === kind) ?? DOCUMENTS[0];

type Listed = { name: string; updated_at?: string | null; created_at?: string | null };

/** AINAS利用登録通知書 and クライアント証明書等 in Storage: its policies decide who sees and stores them. Every method throws `AppError`. */
export const createDocuments = (http: Http) => ({
  /** The files of a company that the caller may take. */
  list: async (requesterId: number): Promise<StoredDocument[]> => {
    const { json } = await http.send(`/storage/v1/object/list/${BUCKET}`, { method: 'POST', json: { prefix: `${requesterId}/`, limit: 10, offset: 0 } });
    const found = Array.isArray(json) ? (json as Listed[]) : [];
    return DOCUMENTS.flatMap(({ kind, file }) => {
      const row = found.find(({ name }) => name === file);
      return row === undefined ? [] : [{ kind, storedAt: row.updated_at ?? row.created_at ?? '' }];
    });
  },
  download: async (requesterId: number, kind: DocumentKind): Promise<Blob> =>
    (await http.raw(`/storage/v1/object/${BUCKET}/${requesterId}/${fileOf(kind).file}`)).blob(),
  /** A new file takes the place of the old one. */
  store: async (requesterId: number, kind: DocumentKind, content: Blob): Promise<void> => {
    const { file, type } = fileOf(kind);
    await http.raw(`/storage/v1/object/${BUCKET}/${requesterId}/${file}`, { method: 'POST', body: content, headers: { 'content-type': type, 'x-upsert': 'true' } });
  },
});
export type Documents = ReturnType<typeof createDocuments>;
