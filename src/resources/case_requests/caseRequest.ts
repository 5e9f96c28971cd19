import type { RaRecord } from 'react-admin';

export type RequestState = 'asked' | 'done' | 'declined' | 'cancelled';

/** A row of `case_requests`; instants ISO. */
export type CaseRequest = RaRecord & {
  application_id: number; kind: string; note: string; state: RequestState; answer: string | null;
  asked_name: string | null; asked_at: string; answered_name: string | null; answered_at: string | null; on_behalf: boolean;
};

/** The open request of a case as the work list tells it. */
export type OpenRequest = Pick<CaseRequest, 'kind' | 'note' | 'asked_name' | 'asked_at'> & { id: number };

/** Characters of a note or an answer; the database asks the same again. */
export const REQUEST_TEXT = 500;

/** How many characters a person would count. */
export const lengthOf = (text: string): number => [...text.trim()].length;
