import { formatDate, formatMonth } from '../dateText.ts';
import type { HeadingFact, ReportSheet } from './description.ts';
import type { PdfFonts } from './pdfDocument.ts';

/**
 * A report as `export-report` and the browser's worker build it: which SQL gives its rows, and how they are laid out. Both go by the one
 * table in ./registry.ts, so the two files are the same.
 */

/** First and last day (JST), and whose cases: an agent branch, a company, both or everything in the caller's scope. */
export type ReportQuery = {
  from: string;
  to: string;
  vehicleKind?: 'registered' | 'kei' | undefined;
  requesterId?: number | undefined;
  branchId?: number | undefined;
  /** 引落予定明細 of one 振替日. */
  debitCycle?: 6 | 27 | undefined;
  /** What 利用件数 are added up by. */
  group?: 'branch' | 'company' | 'site' | 'day' | 'month' | undefined;
  /** More are refused with 413 too_many_rows. */
  maxRows: number;
};

type Named = { code: string; name: string } | null;
/** Whom a report is about, as SQL `private.report_heading` answers it. */
export type Heading = { issued_on: string; requester: (NonNullable<Named> & { ainas_org_id: string | null }) | null; branch: Named };

/** Rows are arrays in the order of `columns`, or objects where there is no `columns`. */
export type Rows = { columns?: readonly string[]; rows?: readonly (readonly unknown[])[] | readonly object[] };
/** What the SQL of a report answers. */
export type ReportAnswer = Rows & { heading: Heading; from: string; to: string };
/** Where a long report goes on: the key of its last row. */
export type PageKey = Record<string, unknown>;
export type ReportPage = ReportAnswer & { row_count: number | null; next: PageKey | null };

/** A sheet among others of other rows; only its own description reads its rows. */
export type AnySheet = ReportSheet<object>;
export const anySheet = <Row>(sheet: ReportSheet<Row>): AnySheet => sheet as unknown as AnySheet;

/** One report. `Answer` is what its SQL gives, `Row` one of its `rows`. */
export type Report<Answer, Row> = {
  /** Japanese name of the file, before its period. */
  file: string;
  /** RPC that answers the rows in one JSON. */
  rpc: string;
  args: (query: ReportQuery) => Record<string, unknown>;
  sheets: (answer: Answer, rows: readonly Row[]) => AnySheet[];
  /** The PDF is a document of its own a row, made on the base of ./pdfDocument.ts, not the sheets on paper. */
  document?: {
    print: (answer: Answer, fonts: PdfFonts) => Promise<Uint8Array>;
    /** What a row's file is called when there are several: rows that come one after another and answer the same share one. */
    fileOf: (row: Row) => string;
  };
  /**
   * The RPC takes `p_page_size` and `p_after`, and answers a `ReportPage`: the browser reads it page after page. `compare`: the order of
   * the report when pages come in another.
   */
  paged?: { rows: number; compare?: (a: Row, b: Row) => number };
};

/** A report whose answer is known to itself alone, for the table of all. */
export type AnyReport = Report<never, never>;

/** The arguments that most reports take. */
export const usualArgs = ({ from, to, vehicleKind, requesterId, branchId }: ReportQuery): Record<string, unknown> => ({
  p_from: from, p_to: to, p_vehicle_kind: vehicleKind ?? null, p_requester_id: requesterId ?? null, p_branch_id: branchId ?? null,
});

/** Texts kept of a column: more than there are companies or days; a column of more has nothing to share. */
const KEPT_TEXTS = 50_000;

/** Rows as objects. A text that many rows share (a name, a day) is kept once, so that 300,000 of them fit a page's memory. */
export const createRowReader = <Row>() => {
  const known = new Map<string, Map<string, string>>();
  const intern = (column: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const texts = known.get(column) ?? new Map<string, string>();
    known.set(column, texts);
    const same = texts.get(value);
    if (same === undefined && texts.size < KEPT_TEXTS) texts.set(value, value);
    return same ?? value;
  };
  return ({ columns, rows = [] }: Rows): Row[] =>
    columns === undefined ? (rows as Row[])
      : (rows as unknown[][]).map((values) => Object.fromEntries(columns.map((column, index) => [column, intern(column, values[index])])) as Row);
};

export const rowsOf = <Row>(answer: Rows): Row[] => createRowReader<Row>()(answer);

/** Whose report it is, in the words of the manual. */
export const whoseFacts = ({ branch, requester }: Heading): HeadingFact[] => [
  ...(branch ? [{ label: '日整連支部名', value: branch.name }] : []),
  ...(requester?.ainas_org_id ? [{ label: 'AINAS依頼人組織ID', value: requester.ainas_org_id }] : []),
  ...(requester ? [{ label: '事業者名称', value: requester.name }] : []),
];

export const daysFact = (label: string, { from, to }: { from: string; to: string }): HeadingFact =>
  ({ label, value: `${formatDate(from)}～${formatDate(to)}` });
export const monthsFact = (label: string, { from, to }: { from: string; to: string }): HeadingFact =>
  ({ label, value: from.slice(0, 7) === to.slice(0, 7) ? formatMonth(from) : `${formatMonth(from)}～${formatMonth(to)}` });
