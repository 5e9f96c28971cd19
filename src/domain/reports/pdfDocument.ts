import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/**
 * The base of every PDF: pdfmake with Noto Sans JP, the same in Deno, Node and a browser's worker. pdfmake (400 kB compressed) is
 * loaded when the first PDF is made; the fonts (5.5 MB each) are brought by the caller, because where they lie depends on where he runs:
 * `supabase/functions/_shared/fonts.ts` for functions and Node, `src/components/pdfFonts.ts` for the browser.
 *
 * A document that is no table (引落予定明細) is a pdfmake definition and `makePdf(definition, fonts)`; tables of rows are `toPdf` of ./pdf.ts.
 */

/** TrueType files of Noto Sans JP. */
export type PdfFonts = { regular: Uint8Array; bold: Uint8Array };

/** Family name of both weights inside a pdfmake definition; `bold: true` takes the second. */
export const PDF_FONT = 'NotoSansJP';

/** What is drawn with: the part of a PDFKit font that writes glyphs. Lengths in thousandths of the size. */
export type PdfFont = {
  id: string;
  scale: number;
  font: { glyphForCodePoint: (codePoint: number) => { id: number; advanceWidth: number } };
  subset: { includeGlyph: (id: number) => number };
  widths: number[];
  unicode: number[][];
  ref: () => unknown;
};

/** The part of PDFKit's document that tables are drawn on. Points, from the upper left corner. */
export type PdfCanvas = {
  page: { width: number; height: number; fonts: Record<string, unknown> };
  addPage: (options: { size: [number, number]; margin: number }) => unknown;
  addContent: (operators: string) => unknown;
  provideFont: (family: string, bold: boolean, italics: boolean) => PdfFont;
};

type Output = { getStream: () => Promise<PdfCanvas>; getBuffer: () => Promise<Uint8Array> };

/** pdfmake 0.3; its published types describe 0.2. */
type Pdfmake = {
  virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
  setFonts: (fonts: Record<string, { normal: string; bold: string }>) => void;
  setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
  setLocalAccessPolicy?: (allows: (path: string) => boolean) => void;
  createPdf: (definition: TDocumentDefinitions) => Output;
};

const load = async (fonts: PdfFonts): Promise<Pdfmake> => {
  const { default: loaded } = (await import('pdfmake')) as unknown as { default: Pdfmake };
  loaded.virtualfs.writeFileSync('regular.ttf', fonts.regular);
  loaded.virtualfs.writeFileSync('bold.ttf', fonts.bold);
  loaded.setFonts({ [PDF_FONT]: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  // A document holds what it is given and fetches nothing.
  loaded.setUrlAccessPolicy(() => false);
  loaded.setLocalAccessPolicy?.(() => false);
  return loaded;
};

const defaults = { pageSize: 'A4', language: 'ja', defaultStyle: { font: PDF_FONT, fontSize: 9 } } as const;

/**
 * The PDF of a pdfmake definition, A4 in Noto Sans JP unless it says otherwise. Its texts can be searched and copied.
 * Page numbers: `footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center' })`.
 */
export const makePdf = async (definition: TDocumentDefinitions, fonts: PdfFonts): Promise<Uint8Array> => {
  const pdfmake = await load(fonts);
  return new Uint8Array(await pdfmake.createPdf({ ...defaults, ...definition }).getBuffer());
};

/**
 * A PDF that `draw` puts on PDFKit's pages itself, the first of which is there already: pdfmake's own tables need four times as long as
 * a report may take, since they shape and measure every text alone.
 */
export const drawPdf = async (title: string, size: [number, number], fonts: PdfFonts, draw: (canvas: PdfCanvas) => void): Promise<Uint8Array> => {
  const pdfmake = await load(fonts);
  const output = pdfmake.createPdf({ ...defaults, info: { title }, pageSize: { width: size[0], height: size[1] }, pageMargins: 0, content: [] });
  draw(await output.getStream());
  return new Uint8Array(await output.getBuffer());
};
