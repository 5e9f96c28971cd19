import type { DataProvider, RaRecord, SortPayload } from 'react-admin';
import { hasMessage, translate } from '../i18n/translate.ts';

/** A column of an exported list: the value of `source` (dots reach into embedded rows), or what `value` makes of the record. */
export type ExportColumn = { source: string; value?: (record: RaRecord) => string | number | null };

const PAGE = 1000;
/** Longer lists belong to 帳票ダウンロード. */
export const EXPORT_LIMIT = 10_000;

/** All rows of a search, up to `EXPORT_LIMIT`, in pages as large as the Data API gives, one after the other. */
export const fetchAll = async (
  dataProvider: DataProvider, resource: string, search: { filter: Record<string, unknown>; sort: SortPayload }, before: RaRecord[] = [],
): Promise<{ rows: RaRecord[]; cut: boolean }> => {
  const { data, total = 0 } = await dataProvider.getList(resource, { ...search, pagination: { page: before.length / PAGE + 1, perPage: PAGE } });
  const rows = [...before, ...data];
  if (data.length < PAGE || rows.length >= total) return { rows, cut: false };
  return rows.length >= EXPORT_LIMIT ? { rows, cut: true } : fetchAll(dataProvider, resource, search, rows);
};

const cellOf = (record: RaRecord, { source, value }: ExportColumn): string | number | null => {
  if (value !== undefined) return value(record);
  const raw = source.split('.').reduce<unknown>((at, name) => (at !== null && typeof at === 'object' ? Reflect.get(at, name) : undefined), record);
  if (typeof raw === 'number' || typeof raw === 'string') return raw;
  return typeof raw === 'boolean' ? translate(raw ? 'boolean.yes' : 'boolean.no') : null;
};

/** Heading and rows as a table of cells. */
export const toCells = (resource: string, columns: ExportColumn[], rows: RaRecord[]): (string | number | null)[][] => [
  columns.map(({ source }) => {
    const key = `resources.${resource}.fields.${source}`;
    return hasMessage(key) ? translate(key) : source;
  }),
  ...rows.map((row) => columns.map((column) => cellOf(row, column))),
];

/** An .xlsx of one sheet. The library is loaded only here. */
export const toWorkbook = async (name: string, cells: (string | number | null)[][]): Promise<Blob> => {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name.slice(0, 31));
  return new Blob([write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer]);
};
