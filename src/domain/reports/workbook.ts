import type { Cell, CellObject, Row as SheetRow } from 'write-excel-file/universal';
import { jstWallClock } from '../calendar.ts';
import { formatDate } from '../dateText.ts';
import { alignOf, labelOf, type ReportColumn, type ReportSheet, type ReportValue, totalOf } from './description.ts';

/** Builds .xlsx files from report descriptions. Runs in the browser's worker, in Deno and in Node. */

const rule = { borderStyle: 'thin', borderColor: '#8a94a0' } as const;
const headerStyle: CellObject = { ...rule, fontWeight: 'bold', backgroundColor: '#dfe7ef', align: 'center', alignVertical: 'center', wrap: true };
const totalStyle: CellObject = { ...rule, fontWeight: 'bold', backgroundColor: '#f2f5f8', topBorderStyle: 'double' };
const noteStyle: CellObject = { textColor: '#4a5560', fontSize: 9 };

const formats: Partial<Record<ReportColumn<never>['kind'], string>> = {
  yen: '#,##0',
  count: '#,##0',
  date: 'yyyy/mm/dd',
  month: 'yyyy"年"m"月"',
  datetime: 'yyyy/mm/dd hh:mm',
};

/** Excel has no time zones: the writer takes the UTC fields of a Date as they stand, so JST fields are put there. */
const excelDate = (value: string, kind: 'date' | 'month' | 'datetime'): Date =>
  new Date(`${kind === 'datetime' ? jstWallClock(new Date(value)) : `${value.slice(0, 10)}T00:00:00`}Z`);

const valueOf = <Row>(column: ReportColumn<Row>, value: ReportValue): string | number | Date => {
  if (column.kind === 'yen' || column.kind === 'count') return Number(value);
  if (column.kind === 'text' || column.kind === 'code') return labelOf(column, String(value));
  return excelDate(String(value), column.kind);
};

const frameOf = <Row>(column: ReportColumn<Row>): CellObject => ({ ...rule, align: alignOf(column), alignVertical: 'center' });

const formatOf = <Row>({ kind }: ReportColumn<Row>): CellObject => (formats[kind] ? { format: formats[kind] } : {});

const line = (text: string, style: CellObject, columns: number): SheetRow => [
  { value: text, ...style, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

const headingRows = <Row>({ description, heading, issuedOn }: ReportSheet<Row>): SheetRow[] => {
  const width = description.columns.length;
  const facts = [...heading, { label: '発行日', value: formatDate(issuedOn) }];
  return [
    line(description.title, { fontWeight: 'bold', fontSize: 14, height: 24, alignVertical: 'center' }, width),
    line(facts.map(({ label, value }) => `${label}：${value}`).join('　　'), {}, width),
    ...description.notes.map((note) => line(`※ ${note}`, noteStyle, width)),
    description.columns.map((column): Cell => ({ ...headerStyle, value: column.header, height: 32 })),
  ];
};

const bodyRows = <Row>({ description, rows }: ReportSheet<Row>): SheetRow[] => {
  const columns = description.columns.map((column) => {
    // The writer refuses a format on an empty cell.
    const empty = frameOf(column);
    return { column, empty, filled: { ...empty, ...formatOf(column) } };
  });
  return rows.map((row) =>
    columns.map(({ column, empty, filled }): Cell => {
      const value = row[column.key] as ReportValue | undefined;
      return value === null || value === undefined || value === '' ? empty : { ...filled, value: valueOf(column, value) };
    }),
  );
};

const totalRow = <Row>({ description, rows }: ReportSheet<Row>): SheetRow =>
  description.columns.map((column, index): Cell => {
    const style = { ...frameOf(column), ...totalStyle };
    if (column.total) return { ...style, ...formatOf(column), value: totalOf(column, rows) };
    return index === 0 ? { ...style, align: 'left', value: `合計 ${rows.length.toLocaleString('ja-JP')}件` } : style;
  });

const toSheet = <Row>(sheet: ReportSheet<Row>) => {
  const heading = headingRows(sheet);
  const totals = sheet.description.columns.some((column) => column.total) ? [totalRow(sheet)] : [];
  return {
    data: [...heading, ...bodyRows(sheet), ...totals],
    sheet: sheet.description.sheetName,
    columns: sheet.description.columns.map(({ width }) => ({ width })),
    stickyRowsCount: heading.length,
    stickyColumnsCount: sheet.description.frozenColumns,
    orientation: 'landscape' as const,
    showGridLines: false,
  };
};

/** The .xlsx file of one or more sheets. The writer is loaded when used. */
export const toWorkbook = async <Rows extends object[]>(
  ...sheets: { [Index in keyof Rows]: ReportSheet<Rows[Index]> }
): Promise<Uint8Array> => {
  const { default: write } = await import('write-excel-file/universal');
  const blob = await write(sheets.map(toSheet), { fontFamily: 'Yu Gothic UI', fontSize: 10 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
