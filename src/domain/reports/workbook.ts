import { jstWallClock } from '../calendar.ts';
import { formatDate } from '../dateText.ts';
import { formatCount } from '../money.ts';
import { alignOf, type ColumnKind, labelOf, type ReportColumn, type ReportSheet, type ReportValue, totalOf } from './description.ts';
import { escapeXml, type SheetPart, xmlHead, zipWorkbook } from './xlsxFile.ts';
import { type CellLook, createStyles } from './xlsxStyles.ts';
import type { Write } from './zipFile.ts';

/** Lays report descriptions out as Excel sheets. Runs in the browser's worker, in Deno and in Node. */

const formats: Partial<Record<ColumnKind, string>> = {
  yen: '#,##0;"▲"#,##0',
  count: '#,##0',
  date: 'yyyy/mm/dd',
  month: 'yyyy"年"m"月"',
  datetime: 'yyyy/mm/dd hh:mm',
};

type Styles = ReturnType<typeof createStyles>;

/** 'A', 'B', … 'AA' of a column number from 0. */
const letters = (column: number): string =>
  column < 26 ? String.fromCodePoint(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const textCell = (text: string, style: number): string =>
  `s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
const numberCell = (value: number, style: number): string => `s="${style}"><v>${value}</v></c>`;
const emptyCell = (style: number): string => `s="${style}"/>`;

/** A row of cells, each the rest of its `<c` tag: Excel could count itself, other readers need the addresses. */
const rowXml = (row: number, cells: readonly string[], height?: number): string => {
  const addressed = cells.map((cell, column) => `<c r="${letters(column)}${row}" ${cell}`).join('');
  return `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${addressed}</row>`;
};

const DAY_MS = 86_400_000;
/** Excel counts days from 1899-12-30 and knows no time zones: the JST wall clock is what it shows. */
const serial = (value: string, kind: ColumnKind): number => {
  const clock = kind === 'datetime' ? jstWallClock(new Date(value)) : `${value.slice(0, 10)}T00:00:00`;
  return Date.parse(`${clock}Z`) / DAY_MS + 25_569;
};

const cellXml = <Row>(column: ReportColumn<Row>, value: ReportValue | undefined, style: number): string => {
  if (value === null || value === undefined || value === '') return emptyCell(style);
  if (column.kind === 'text' || column.kind === 'code') return textCell(labelOf(column, String(value)), style);
  return numberCell(column.kind === 'yen' || column.kind === 'count' ? Number(value) : serial(String(value), column.kind), style);
};

const lookOf = <Row>(column: ReportColumn<Row>): CellLook => {
  const format = formats[column.kind];
  return { font: 'plain', border: 'thin', align: alignOf(column), ...(column.kind === 'text' ? { wrap: true } : {}), ...(format ? { format } : {}) };
};

const headingXml = <Row>({ description, heading, issuedOn }: ReportSheet<Row>, styles: Styles): string[] => {
  const facts = [...heading, { label: '発行日', value: formatDate(issuedOn) }];
  const header = styles.idOf({ font: 'bold', fill: 'header', border: 'thin', align: 'center', wrap: true });
  const factLine = facts.map(({ label, value }) => `${label}：${value}`).join('　　');
  return [
    rowXml(1, [textCell(description.title, styles.idOf({ font: 'title' }))], 24),
    rowXml(2, [textCell(factLine, styles.idOf({ font: 'plain' }))], 18),
    ...description.notes.map((note, index) => rowXml(index + 3, [textCell(`※ ${note}`, styles.idOf({ font: 'note' }))], 15)),
    rowXml(description.notes.length + 3, description.columns.map((column) => textCell(column.header, header)), 32),
  ];
};

const totalXml = <Row>({ description, rows }: ReportSheet<Row>, styles: Styles, row: number): string => {
  const cells = description.columns.map((column, index) => {
    const look: CellLook = { ...lookOf(column), font: 'bold', fill: 'total', border: 'total' };
    if (column.total) return numberCell(totalOf(column, rows), styles.idOf(look));
    if (index > 0) return emptyCell(styles.idOf(look));
    const label = description.countsRows ? `合計 ${formatCount(rows.length)}件` : '合計';
    return textCell(label, styles.idOf({ ...look, align: 'left' }));
  });
  return rowXml(row, cells, 20);
};

/** Excel does not open a wrapped row by itself when the file says how high rows are: as many lines as its longest text needs. */
const ROW_HEIGHT = 16.5;
const heightOf = <Row>(columns: readonly ReportColumn<Row>[], row: Row): number | undefined => {
  let lines = 1;
  for (const { key, width } of columns) {
    const text = row[key];
    if (typeof text === 'string' && text.length * 2 > width) lines = Math.max(lines, Math.ceil(halfWidths(text) / (width - 1)));
  }
  return lines === 1 ? undefined : lines * ROW_HEIGHT;
};
/** Japanese letters are twice as wide as Latin ones. */
const halfWidths = (text: string): number => Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);

const ROWS_A_PIECE = 500;

/** Body rows in pieces, so that no text of the whole sheet is ever held. */
function* bodyXml<Row>({ description, rows }: ReportSheet<Row>, styles: Styles, first: number): Generator<string> {
  const columns = description.columns.map((column) => ({ column, style: styles.idOf(lookOf(column)) }));
  const wrapped = description.columns.filter(({ kind }) => kind === 'text');
  for (let from = 0; from < rows.length; from += ROWS_A_PIECE) {
    yield rows
      .slice(from, from + ROWS_A_PIECE)
      .map((row, index) =>
        rowXml(first + from + index, columns.map(({ column, style }) => cellXml(column, row[column.key] as ReportValue | undefined, style)), heightOf(wrapped, row)),
      )
      .join('');
  }
}

const viewXml = (frozenRows: number, frozenColumns: number): string =>
  `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''} ySplit="${frozenRows}"` +
  ` topLeftCell="${letters(frozenColumns)}${frozenRows + 1}" activePane="${frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews>`;

function* sheetXml<Row>(sheet: ReportSheet<Row>, styles: Styles): Generator<string> {
  const { columns, frozenColumns, notes } = sheet.description;
  const heading = headingXml(sheet, styles);
  const last = letters(columns.length - 1);
  const merges = Array.from({ length: notes.length + 2 }, (_, row) => `<mergeCell ref="A${row + 1}:${last}${row + 1}"/>`);
  yield xmlHead;
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield viewXml(heading.length, frozenColumns);
  yield `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}" customHeight="1"/><cols>`;
  yield columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + 0.7}" customWidth="1"/>`).join('');
  yield `</cols><sheetData>${heading.join('')}`;
  yield* bodyXml(sheet, styles, heading.length + 1);
  if (columns.some((column) => column.total)) yield totalXml(sheet, styles, heading.length + sheet.rows.length + 1);
  yield '</sheetData>';
  yield `<autoFilter ref="A${heading.length}:${last}${heading.length + sheet.rows.length}"/>`;
  yield `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  yield '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';
}

type Sheets<Rows extends object[]> = { [Index in keyof Rows]: ReportSheet<Rows[Index]> };

/** Writes the .xlsx file of one or more sheets, each a description with its rows, in pieces. */
export const writeWorkbook = <Rows extends object[]>(write: Write, ...sheets: Sheets<Rows>): void => {
  const styles = createStyles();
  const parts: SheetPart[] = sheets.map((sheet: ReportSheet<object>) => ({
    name: sheet.description.sheetName,
    headerRow: sheet.description.notes.length + 3,
    xml: sheetXml(sheet, styles),
  }));
  zipWorkbook(parts, styles.xml, write);
};

/** The same as one array of bytes. Import this module when it is used. */
export const toWorkbook = <Rows extends object[]>(...sheets: Sheets<Rows>): Uint8Array<ArrayBuffer> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  writeWorkbook((piece) => pieces.push(piece), ...sheets);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
