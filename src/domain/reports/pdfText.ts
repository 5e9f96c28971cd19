import { formatDate, formatDateTime, formatMonth } from '../dateText.ts';
import { formatCount } from '../money.ts';
import { type ColumnKind, labelOf, type ReportColumn, type ReportValue } from './description.ts';

const formats: Record<ColumnKind, (value: string | number) => string> = {
  text: String,
  code: String,
  yen: (value) => `${Number(value) < 0 ? '▲' : ''}${formatCount(Math.abs(Number(value)))}`,
  count: (value) => formatCount(Number(value)),
  date: (value) => formatDate(String(value)),
  month: (value) => formatMonth(String(value)),
  datetime: (value) => formatDateTime(String(value)),
};

/** A value as it is printed, in the formats that Excel shows; '' when there is none. */
export const printed = <Row>(column: ReportColumn<Row>, value: ReportValue | undefined): string => {
  if (value === null || value === undefined || value === '') return '';
  const text = formats[column.kind](value);
  return column.labels ? labelOf(column, text) : text;
};

// Never first in a line, as Japanese is set.
const closing = /^[、。，．）」』・：ー％～!?)\],.:]/u;
// Broken after: a space, or what is no letter of a word written from left to right.
const glue = /[\w.,#&@%+]/;

/** Where a line that must end before `end` is broken: between words where there are any, never before a closing mark. */
const breakAt = (characters: readonly string[], start: number, end: number): number => {
  for (let at = end; at > start + 1; at -= 1) {
    const [before = '', after = ''] = [characters[at - 1], characters[at]];
    if (!(glue.test(before) && glue.test(after)) && !closing.test(after)) return at;
  }
  return end;
};

/** Lines of a text no wider than `room`; every character is kept, and so are its own line breaks. */
export const wrapText = (text: string, room: number, width: (text: string) => number): string[] => {
  if (text === '') return [];
  if (text.includes('\n')) return text.split('\n').flatMap((line) => wrapText(line, room, width));
  if (width(text) <= room) return [text];
  const characters = Array.from(text);
  const lines: string[] = [];
  let start = 0;
  while (start < characters.length) {
    let used = 0;
    let end = start;
    while (end < characters.length && (end === start || used + width(characters[end] ?? '') <= room)) {
      used += width(characters[end] ?? '');
      end += 1;
    }
    const next = end < characters.length ? breakAt(characters, start, end) : end;
    lines.push(characters.slice(start, next).join('').trim());
    start = next;
  }
  return lines;
};
