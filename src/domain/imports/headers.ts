import { ImportFileError } from './fileError.ts';
import type { Fields } from './kind.ts';

/** Widths, spaces and brackets of a header do not matter: 自動車登録番号／車両番号 is 自動車登録番号/車両番号. */
const sameHeader = (header: string): string => header.normalize('NFKC').replaceAll(/\s/g, '');

/** Where each field stands in the file. */
export type Column = { field: string; header: string; index: number };

/** Header in the file for each field that is not named as usual; '' when the file does not have the column. */
export type HeaderMapping = Partial<Record<string, string>>;

const locate = (fields: Fields, headers: string[], mapping: HeaderMapping): Column[] => {
  const inFile = headers.map(sameHeader);
  return Object.entries(fields).map(([field, usual]) => {
    const header = mapping[field] ?? usual.header;
    return { field, header, index: header === '' ? -1 : inFile.indexOf(sameHeader(header)) };
  });
};

/** True when every usual header of the kind is in the file. */
export const hasAllHeaders = (fields: Fields, headers: string[]): boolean =>
  locate(fields, headers, {}).every((column) => column.index >= 0 || fields[column.field]?.extra === true);

/**
 * Finds the column of every field. Throws `ImportFileError` `missing_columns` or `duplicate_columns` with the headers
 * concerned.
 */
export const columnPlan = (fields: Fields, headers: string[], mapping: HeaderMapping): Column[] => {
  const plan = locate(fields, headers, mapping).filter(({ field, index }) => index >= 0 || fields[field]?.extra !== true);
  const missing = plan.filter((column) => column.header !== '' && column.index < 0).map((column) => column.header);
  if (missing.length > 0) throw new ImportFileError('missing_columns', { missing, found: headers.slice(0, 40) });
  const inFile = headers.map(sameHeader);
  const duplicate = plan.filter(({ index }) => index >= 0 && inFile.lastIndexOf(inFile[index] ?? '') !== index);
  if (duplicate.length > 0) throw new ImportFileError('duplicate_columns', { duplicate: duplicate.map((c) => c.header) });
  return plan;
};
