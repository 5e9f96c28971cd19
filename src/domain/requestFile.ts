import { mandateKinds, receiptBy, updateMethods, vehicleKinds } from './application.ts';
import { columnPlan, hasAllHeaders, type HeaderMapping } from './imports/headers.ts';
import { type Field, type Fields, optional } from './imports/kind.ts';
import type { Rejection } from './imports/parse.ts';
import type { Table, TableRow } from './imports/table.ts';
import { choice, Refusal, type Reader, text } from './reader.ts';
import { readRequestRow, type RequestRow } from './requestRow.ts';
import { parseDate } from './dateText.ts';
import { ownerships } from './vehicleUser.ts';

/** A file of 依頼データ: a row a request, as columns with the words of the form (docs/domain.md §2.5–2.9). */

/** 有 and the marks people use for it. */
const tick: Reader<boolean> = choice<boolean>({ 有: true, 無: false, '○': true, 〇: true, '1': true, '0': false, はい: true, いいえ: false });
const anyText = text(1000);
/** A spreadsheet writes days in many ways; what is no day is left for the form's own rule to refuse. */
const day: Reader<string> = (typed) => parseDate(typed.replace(/[ T]0?0:00(:00)?$/, '')) ?? typed;

const words = <const T extends readonly string[]>(codes: T, meanings: Record<string, T[number]>): Reader<T[number]> =>
  choice<T[number]>({ ...Object.fromEntries(codes.map((code) => [code, code])), ...meanings });

const kinds = words(vehicleKinds, { 登録車: 'registered', 軽自動車: 'kei', 軽: 'kei', 登録: 'registered', 継続検査: 'registered', '(軽)継続検査': 'kei' });
const methods = words(updateMethods, {
  運輸支局等: 'office', 軽検協事務所等: 'office', 代理人: 'agent', 依頼人: 'requester', '代理人(申請個別指定)': 'agent_specific', '依頼人(申請個別指定)': 'requester_specific',
});
const mandates = words(mandateKinds, { 国交省ポータル: 'portal', 公用車: 'public_vehicle' });
const receipts = words(receiptBy, { 代理人受取: 'agent', 依頼人受取: 'requester' });
const owners = words(ownerships, { 個人: 'individual', 法人: 'corporate' });

const READERS: Record<string, Reader<unknown>> = {
  vehicle_kind: kinds, update_method: methods, receipt_by: receipts, 'user.ownership': owners, mandate_kind: mandates,
  ...Object.fromEntries(['small_plate', 'no_plate_class', 're_stamped', 'cashless', 'shortening_allowed', 'parking_fine_receipt', 'hotekisho_ready', 'liability_ready', 'inspection_fee_waived', 'tech_fee_waived'].map((name) => [name, tick])),
  ...Object.fromEntries(['planned_on', 'inspection_expires_on', 'inspected_on', 'liability_ends_on', 'mandate_on'].map((name) => [name, day])),
};

/** Columns without which a file is none of 依頼データ; the others may be missing. */
const NEEDED = ['vehicle_kind', 'site_code', 'plate_kana', 'plate_number', 'chassis_no'];

/** The columns of the file, from their headers. */
export const requestFields = (headers: Readonly<Record<string, string>>): Fields =>
  Object.fromEntries(Object.entries(headers).map(([name, header]): [string, Field<unknown>] => [name, optional(header, READERS[name] ?? anyText)]));

const without = (fields: Fields, headers: string[]): HeaderMapping =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (NEEDED.includes(name) || hasAllHeaders({ [name]: field }, headers) ? [] : [[name, '']])));

/** `user.name` goes into an object of its own; 更新区分 that is not given is the office's counter. */
const nested = (cells: Record<string, unknown>): Record<string, unknown> => {
  const row: Record<string, unknown> = { update_method: 'office', user: {} };
  for (const [name, value] of Object.entries(cells)) {
    if (value === null) continue;
    if (name.startsWith('user.')) row['user'] = { ...(row['user'] as object), [name.slice('user.'.length)]: value };
    else row[name] = value;
  }
  return row;
};

/** A good row: its line in the file and what the database takes. */
export type FileRequest = { line: number } & RequestRow;
export type RequestFile = { read: number; rows: FileRequest[]; rejected: Rejection[] };

const MAX_SHOWN = 100;

/** Reads the rows of a table; every bad cell is named by line and column. Throws `ImportFileError` when it is no such file. */
export const parseRequests = (table: Table, headers: Readonly<Record<string, string>>): RequestFile => {
  const fields = requestFields(headers);
  const columns = columnPlan(fields, table.headers, without(fields, table.headers));
  const rows: FileRequest[] = [];
  const rejected: Rejection[] = [];
  const readRow = ({ line, cells }: TableRow): void => {
    const values: Record<string, unknown> = {};
    const wrong: Rejection[] = [];
    const textOf = (name: string): string => cells[columns.find((column) => column.field === name)?.index ?? -1] ?? '';
    const reject = (name: string, code: Rejection['code']) => wrong.push({ line, column: headers[name] ?? name, value: textOf(name).slice(0, MAX_SHOWN), code });
    for (const { field } of columns) {
      const value = fields[field]?.read(textOf(field));
      if (value instanceof Refusal) reject(field, value.code);
      else values[field] = value;
    }
    const read = readRequestRow(nested(values));
    if ('errors' in read) for (const { field, code } of read.errors) if (!wrong.some(({ column }) => column === headers[field])) reject(field, code === 'field_not_allowed' ? 'invalid_value' : code);
    if (wrong.length === 0 && 'row' in read) rows.push({ line, ...read.row });
    rejected.push(...wrong);
  };
  for (const row of table.rows) readRow(row);
  return { read: table.rows.length, rows, rejected };
};

