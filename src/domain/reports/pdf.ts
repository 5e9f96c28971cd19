import { formatDate } from '../dateText.ts';
import type { ReportSheet } from './description.ts';
import { drawPdf, PDF_FONT, type PdfCanvas, type PdfFonts } from './pdfDocument.ts';
import { createInk, type Ink } from './pdfInk.ts';
import { drawRow, drawRules, type Laid, layHeader, layRow, layTotal, sizeIn, type Table, tableOf } from './pdfTable.ts';
import { wrapText } from './pdfText.ts';

/**
 * Report descriptions as a PDF: A4, upright when the columns fit, else sideways; title, heading, issue date and the column headers on
 * every page, totals at the end, page numbers n / m, texts that can be searched. Runs in Deno, in Node and in a browser's worker.
 */

const A4: [number, number] = [595.28, 841.89];
const MARGIN = 28;
const FOOTER = 16;
/** An upright page is taken when its letters are not smaller than this. */
const READABLE = 7;
const NOTHING = '該当するデータはありません。';

type Sheet = ReportSheet<object>;
/** Rows `from` to before `to` of a sheet on one page. */
type Page = { sheet: Sheet; table: Table<object>; from: number; to: number; first: boolean; last: boolean };

const sizeOf = (sheets: readonly Sheet[]): [number, number] =>
  sheets.every((sheet) => sizeIn(sheet, A4[0] - MARGIN * 2) >= READABLE) ? A4 : [A4[1], A4[0]];

const factsOf = ({ heading, issuedOn }: Sheet): string =>
  [...heading, { label: '発行日', value: formatDate(issuedOn) }].map(({ label, value }) => `${label}：${value}`).join('　　');

const linesOf = (ink: Ink, text: string, room: number, size: number): string[] => wrapText(text, room, (part) => ink.width(part, size));

/** Writes what stands above the table (nothing when `draw` is off) and answers where the table begins. */
const drawHeading = (ink: Ink, { sheet, first }: Pick<Page, 'sheet' | 'first'>, room: number, draw: boolean): number => {
  let y = MARGIN + 13;
  if (draw) ink.text(sheet.description.title, MARGIN, y, 13, true);
  const write = (text: string, size: number): void => {
    for (const line of linesOf(ink, text, room, size)) {
      y += size * 1.45;
      if (draw) ink.text(line, MARGIN, y, size);
    }
  };
  y += 3;
  write(factsOf(sheet), 8.5);
  y += 1;
  for (const note of first ? sheet.description.notes : []) write(`※ ${note}`, 7);
  return y + 6;
};

/** Cuts a sheet into pages. The total stays with the last row. */
const pagesOf = (ink: Ink, sheet: Sheet, size: [number, number]): Page[] => {
  const room = size[0] - MARGIN * 2;
  const table = tableOf(sheet, MARGIN, room);
  const header = layHeader(table, ink).height;
  const total = sheet.description.columns.some((column) => column.total) ? layTotal(table, ink, sheet).height : 0;
  const bottom = size[1] - MARGIN - FOOTER;
  const pages: Page[] = [];
  let y = drawHeading(ink, { sheet, first: true }, room, false) + header;
  let from = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const { height } = layRow(table, ink, row);
    const needed = index === sheet.rows.length - 1 ? height + total : height;
    if (y + needed > bottom && index > from) {
      pages.push({ sheet, table, from, to: index, first: from === 0, last: false });
      from = index;
      y = drawHeading(ink, { sheet, first: false }, room, false) + header;
    }
    y += height;
  }
  pages.push({ sheet, table, from, to: sheet.rows.length, first: from === 0, last: true });
  return pages;
};

const drawPage = (ink: Ink, page: Page, size: [number, number], number: string): void => {
  const { sheet, table, from, to, last } = page;
  const top = drawHeading(ink, page, table.width, true);
  let y = top;
  const put = (laid: Laid, look: 'header' | 'row' | 'total'): void => {
    drawRow(table, ink, laid, y, look);
    y += laid.height;
  };
  put(layHeader(table, ink), 'header');
  for (let index = from; index < to; index += 1) {
    const row = sheet.rows[index];
    if (row) put(layRow(table, ink, row), 'row');
  }
  if (sheet.rows.length === 0) ink.text(NOTHING, MARGIN + 3, y + 12, 8);
  if (sheet.rows.length > 0 && last && sheet.description.columns.some((column) => column.total)) put(layTotal(table, ink, sheet), 'total');
  drawRules(table, ink, top, y);
  ink.text(number, (size[0] - ink.width(number, 8)) / 2, size[1] - MARGIN + 4, 8);
  ink.flush();
};

const draw = (canvas: PdfCanvas, sheets: readonly Sheet[], size: [number, number], tell: (share: number) => void): void => {
  const ink = createInk(canvas, PDF_FONT);
  const pages = sheets.flatMap((sheet) => pagesOf(ink, sheet, size));
  for (const [index, page] of pages.entries()) {
    if (index > 0) canvas.addPage({ size, margin: 0 });
    drawPage(ink, page, size, `${index + 1} / ${pages.length}`);
    tell((index + 1) / pages.length);
  }
};

/** The .pdf file of one or more sheets, each on pages of its own. `tell` hears which share of the pages is written. */
export const toPdf = async <Rows extends object[]>(
  fonts: PdfFonts, sheets: { [Index in keyof Rows]: ReportSheet<Rows[Index]> }, tell: (share: number) => void = () => undefined,
): Promise<Uint8Array> => {
  const all: readonly Sheet[] = sheets;
  const size = sizeOf(all);
  return drawPdf(all[0]?.description.title ?? '', size, fonts, (canvas) => draw(canvas, all, size, tell));
};
