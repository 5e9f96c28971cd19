import type { PdfCanvas, PdfFont } from './pdfDocument.ts';

/** Writes texts, lines and boxes on the current page. Points, from the upper left corner; y of a text is its baseline. */
export type Ink = {
  width: (text: string, size: number, bold?: boolean) => number;
  text: (text: string, x: number, y: number, size: number, bold?: boolean) => void;
  line: (x1: number, y1: number, x2: number, y2: number, width: number) => void;
  box: (x: number, y: number, width: number, height: number, gray: number) => void;
  /** Puts what was written on the page. Boxes lie lowest, texts on top, in whatever order they came. */
  flush: () => void;
};

type Glyph = { hex: string; width: number };

/** Stands for a character that the font lacks, as printers have always done. */
const GETA = '〓'.codePointAt(0) ?? 0;

/** Glyphs are found once a character, not once a text: a report of 6,000 rows has 100,000 texts but some 300 characters. */
const glyphsOf = (font: PdfFont): ((character: string) => Glyph) => {
  const known = new Map<string, Glyph>();
  const find = (codePoint: number): Glyph => {
    const glyph = font.font.glyphForCodePoint(codePoint);
    if (glyph.id === 0 && codePoint !== GETA) return find(GETA);
    const id = font.subset.includeGlyph(glyph.id);
    const width = glyph.advanceWidth * font.scale;
    font.widths[id] ??= width;
    font.unicode[id] ??= [codePoint];
    return { hex: id.toString(16).padStart(4, '0'), width };
  };
  return (character) => {
    const glyph = known.get(character) ?? find(character.codePointAt(0) ?? GETA);
    known.set(character, glyph);
    return glyph;
  };
};

const n = (value: number): string => String(Math.round(value * 100) / 100);

export const createInk = (canvas: PdfCanvas, family: string): Ink => {
  const fonts = [false, true].map((bold) => {
    const font = canvas.provideFont(family, bold, false);
    return { font, glyphOf: glyphsOf(font) };
  });
  const weight = (bold: boolean) => {
    const found = fonts[Number(bold)];
    if (!found) throw new Error('A PDF has two weights');
    return found;
  };
  let boxes = '';
  let lines = '';
  let texts = '';
  let current = '';

  const width = (text: string, size: number, bold = false): number => {
    const { glyphOf } = weight(bold);
    let sum = 0;
    for (const character of text) sum += glyphOf(character).width;
    return (sum * size) / 1000;
  };
  const text = (value: string, x: number, y: number, size: number, bold = false): void => {
    const { font, glyphOf } = weight(bold);
    let hex = '';
    for (const character of value) hex += glyphOf(character).hex;
    canvas.page.fonts[font.id] ??= font.ref();
    const chosen = `/${font.id} ${n(size)} Tf\n`;
    if (chosen !== current) texts += chosen;
    current = chosen;
    // The page is turned upside down, so that y grows downwards; letters are turned back.
    texts += `1 0 0 -1 ${n(x)} ${n(y)} Tm <${hex}> Tj\n`;
  };
  const line = (x1: number, y1: number, x2: number, y2: number, thick: number): void => {
    lines += `${n(thick)} w ${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S\n`;
  };
  const box = (x: number, y: number, w: number, h: number, gray: number): void => {
    boxes += `${n(gray)} g ${n(x)} ${n(y)} ${n(w)} ${n(h)} re f\n`;
  };
  const flush = (): void => {
    canvas.addContent(`q\n${boxes}0.55 G\n${lines}0 g\nBT\n${texts}ET\nQ`);
    boxes = '';
    lines = '';
    texts = '';
    current = '';
  };
  return { width, text, line, box, flush };
};
