/**
 * What a report consists of, for Excel and PDF alike (docs/decisions.md D-33): both print from this one description,
 * so they cannot disagree. 使用者 never appears in a report (D-30).
 */

/**
 * `text`, `code` (kept as text: leading zeros matter), `yen` (whole yen), `count`, `date` ('YYYY-MM-DD'),
 * `month` (its first day), `datetime` (ISO with zone, shown in JST).
 */
export type ColumnKind = 'text' | 'code' | 'yen' | 'count' | 'date' | 'month' | 'datetime';

export type ColumnAlign = 'left' | 'center' | 'right';

/** What a cell may hold; null prints nothing. */
export type ReportValue = string | number | null;

/** A row has at least the columns' keys; SQL may send more. */
export type ReportColumn<Row> = {
  key: keyof Row & string;
  /** A line break in it is kept. */
  header: string;
  kind: ColumnKind;
  /** Characters of half width. */
  width: number;
  align?: ColumnAlign;
  /** Summed in the total row. */
  total?: boolean;
  /** What a stored code is called. An unknown one is printed as it is. */
  labels?: Readonly<Record<string, string>>;
};

export type ReportDescription<Row> = {
  /** Stable name, as in `export-report`. */
  name: string;
  /** First line of the sheet. */
  title: string;
  sheetName: string;
  columns: readonly ReportColumn<Row>[];
  /** Printed under the heading, in this order. */
  notes: readonly string[];
  /** A row is one case, so the total row says how many there are. */
  countsRows: boolean;
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns: number;
  /** PDF: columns that stand under each other, so that a wide sheet fits the paper (D-31a). Absent: each stands alone. */
  stacks?: readonly (readonly (keyof Row & string)[])[];
};

/** One line of the heading: '事業者名称：…'. */
export type HeadingFact = { label: string; value: string };

/** A description with its rows: one sheet. `issuedOn` is a JST day. */
export type ReportSheet<Row> = {
  description: ReportDescription<Row>;
  rows: readonly Row[];
  heading: readonly HeadingFact[];
  issuedOn: string;
};

const usualAlign: Record<ColumnKind, ColumnAlign> = {
  text: 'left',
  code: 'center',
  yen: 'right',
  count: 'right',
  date: 'center',
  month: 'center',
  datetime: 'center',
};

export const alignOf = <Row>(column: ReportColumn<Row>): ColumnAlign => column.align ?? usualAlign[column.kind];

/** Sum of a column; empty cells count nothing. */
export const totalOf = <Row>(column: ReportColumn<Row>, rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + Number(row[column.key] ?? 0), 0);

/** A text cell with its label in place of the code. */
export const labelOf = <Row>(column: ReportColumn<Row>, value: string): string => column.labels?.[value] ?? value;

export const vehicleKindLabels = { registered: '登録車', kei: '軽自動車' } as const;
