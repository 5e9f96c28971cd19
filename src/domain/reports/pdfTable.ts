import { alignOf, type ReportColumn, type ReportSheet, type ReportValue, totalOf } from './description.ts';
import { formatCount } from '../money.ts';
import type { Ink } from './pdfInk.ts';
import { printed, wrapText } from './pdfText.ts';

/** Columns on paper: where each stands, how large it is written, and rows as lines of text. Points. */

const MAX_SIZE = 8;
const MIN_SIZE = 5.5;
/** Width of a digit, by the size of the letters. */
const DIGIT = 0.57;
/** Texts of more digits than this are broken into lines, and headers of more than that. */
const WIDEST = 30;
const SHORT_HEADER = 14.5;
const PADDING = 2.5;
const LEADING = 1.3;

/** Columns under each other, and the room they have. */
export type Slot<Row> = { columns: readonly ReportColumn<Row>[]; x: number; width: number };
export type Table<Row> = { slots: readonly Slot<Row>[]; size: number; left: number; width: number };
/** A row on paper: the lines of each slot's cells, and how high it is. */
export type Laid = { cells: readonly (readonly string[])[][]; height: number };

const stacksOf = <Row>({ description: { columns, stacks } }: ReportSheet<Row>): ReportColumn<Row>[][] =>
  stacks?.map((keys) => keys.flatMap((key) => columns.filter((column) => column.key === key))) ?? columns.map((column) => [column]);

/** A line of a header is broken once at most, and a short one never. In digits. */
const headerWidth = (header: string): number => Math.max(...header.split('\n').map((line) => lineWidth(line)));
const lineWidth = (header: string): number => {
  const digits = Array.from(header).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 1 / DIGIT : 1), 0);
  return Math.ceil(digits > SHORT_HEADER ? digits / 2 + 2 : digits);
};
const naturalWidth = <Row>(stack: readonly ReportColumn<Row>[]): number =>
  Math.max(...stack.flatMap((column) => [Math.min(column.width, WIDEST), headerWidth(column.header)]));

/** Size of the letters at which a sheet fills `room`. */
export const sizeIn = <Row>(sheet: ReportSheet<Row>, room: number): number => {
  const stacks = stacksOf(sheet);
  return (room - stacks.length * PADDING * 2) / stacks.reduce((sum, stack) => sum + naturalWidth(stack), 0) / DIGIT;
};

/** Places the columns of a sheet between `left` and `left + room`, as wide as their contents need, and wider when there is room. */
export const tableOf = <Row>(sheet: ReportSheet<Row>, left: number, room: number): Table<Row> => {
  const stacks = stacksOf(sheet);
  const natural = stacks.map((stack) => naturalWidth(stack));
  const share = (room - stacks.length * PADDING * 2) / natural.reduce((sum, width) => sum + width, 0);
  let x = left;
  const slots = stacks.map((columns, index) => {
    const slot = { columns, x, width: (natural[index] ?? 0) * share + PADDING * 2 };
    x += slot.width;
    return slot;
  });
  return { slots, size: Math.min(MAX_SIZE, Math.max(MIN_SIZE, share / DIGIT)), left, width: room };
};

/** Lines that each place of the stacks needs: what stands at the same place starts at the same height. A column alone has all of them. */
const linesAt = (cells: Laid['cells']): number[] => {
  const places = Math.max(...cells.map((stack) => stack.length));
  const stacked = places === 1 ? cells : cells.filter((stack) => stack.length > 1);
  return Array.from({ length: places }, (_, place) => Math.max(1, ...stacked.map((stack) => stack[place]?.length ?? 0)));
};
const heightOf = (cells: Laid['cells'], size: number): number => {
  const stacked = linesAt(cells).reduce((sum, count) => sum + count, 0);
  return Math.max(stacked, ...cells.map((stack) => (stack.length === 1 ? (stack[0]?.length ?? 0) : 0))) * size * LEADING + PADDING * 2;
};

/** Lays texts, one a column, into the slots. */
const lay = <Row>({ slots, size }: Table<Row>, ink: Ink, bold: boolean, textOf: (column: ReportColumn<Row>, index: number) => string): Laid => {
  const cells = slots.map(({ columns, width }, slot) =>
    columns.map((column, place) => wrapText(textOf(column, slot + place), width - PADDING * 2, (text) => ink.width(text, size, bold))));
  return { cells, height: heightOf(cells, size) };
};

export const layHeader = <Row>(table: Table<Row>, ink: Ink): Laid => lay(table, ink, true, (column) => column.header);

export const layRow = <Row>(table: Table<Row>, ink: Ink, row: Row): Laid =>
  lay(table, ink, false, (column) => printed(column, row[column.key] as ReportValue | undefined));

/** The total row: its label in the first column, sums where the description has them. */
export const layTotal = <Row>(table: Table<Row>, ink: Ink, { description, rows }: ReportSheet<Row>): Laid =>
  lay(table, ink, true, (column, index) => {
    if (column.total) return printed(column, totalOf(column, rows));
    if (index > 0) return '';
    return description.countsRows ? `合計 ${formatCount(rows.length)}件` : '合計';
  });

/** Writes a laid row with its upper edge at `y`; `look` says how. */
export const drawRow = <Row>({ slots, size, left, width }: Table<Row>, ink: Ink, laid: Laid, y: number, look: 'header' | 'row' | 'total'): void => {
  const bold = look !== 'row';
  if (bold) ink.box(left, y, width, laid.height, look === 'header' ? 0.88 : 0.95);
  ink.line(left, y + laid.height, left + width, y + laid.height, look === 'row' ? 0.25 : 0.5);
  if (bold) ink.line(left, y, left + width, y, 0.5);
  let top = y + PADDING;
  for (const [place, count] of linesAt(laid.cells).entries()) {
    for (const [index, slot] of slots.entries()) {
      const column = slot.columns[place];
      const lines = laid.cells[index]?.[place] ?? [];
      if (column === undefined) continue;
      // What stands under each other lines up.
      const align = look === 'header' ? 'center' : alignOf(slot.columns[0] ?? column);
      for (const [number, text] of lines.entries()) {
        const spare = align === 'left' ? 0 : (slot.width - PADDING * 2 - ink.width(text, size, bold)) / (align === 'center' ? 2 : 1);
        ink.text(text, slot.x + PADDING + spare, top + size * (number * LEADING + 0.95), size, bold);
      }
    }
    top += count * size * LEADING;
  }
};

/** The upright lines between the columns, from `top` to `bottom`. */
export const drawRules = <Row>({ slots, left, width }: Table<Row>, ink: Ink, top: number, bottom: number): void => {
  for (const { x } of slots) ink.line(x, top, x, bottom, 0.25);
  ink.line(left + width, top, left + width, bottom, 0.25);
};
