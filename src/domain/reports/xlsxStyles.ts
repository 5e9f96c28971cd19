import type { ColumnAlign } from './description.ts';

/** Looks of the cells in our workbooks. */
export type CellLook = {
  font: 'plain' | 'bold' | 'title' | 'note';
  fill?: 'header' | 'total';
  border?: 'thin' | 'total';
  align?: ColumnAlign;
  wrap?: boolean;
  /** Excel number format. */
  format?: string;
};

const fontName = '<name val="Yu Gothic UI"/><family val="3"/><charset val="128"/>';
const fonts: Record<CellLook['font'], string> = {
  plain: `<font><sz val="10"/>${fontName}</font>`,
  bold: `<font><b/><sz val="10"/>${fontName}</font>`,
  title: `<font><b/><sz val="14"/>${fontName}</font>`,
  note: `<font><sz val="9"/><color rgb="FF4A5560"/>${fontName}</font>`,
};

const solid = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
// Excel expects `none` and `gray125` in the first two places, whatever is used.
const fills = { none: '<fill><patternFill patternType="none"/></fill>', gray: '<fill><patternFill patternType="gray125"/></fill>', header: solid('FFDFE7EF'), total: solid('FFF2F5F8') };

const edge = (name: string, style: string): string => `<${name} style="${style}"><color rgb="FF8A94A0"/></${name}>`;
const box = (top: string): string =>
  `<border>${edge('left', 'thin')}${edge('right', 'thin')}${edge('top', top)}${edge('bottom', 'thin')}<diagonal/></border>`;
const borders = { none: '<border><left/><right/><top/><bottom/><diagonal/></border>', thin: box('thin'), total: box('double') };

const FIRST_OWN_FORMAT = 164;

// Excel calls a file damaged that has an empty list.
const list = (tag: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
const placeOf = (record: object, key: string): number => Object.keys(record).indexOf(key);
const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Collects the looks of a workbook: `idOf` gives the number a cell refers to, `xml` the part styles.xml. */
export const createStyles = () => {
  const formats: string[] = [];
  const ids = new Map<string, number>();

  const formatId = (format: string | undefined): number => {
    if (format === undefined) return 0;
    if (!formats.includes(format)) formats.push(format);
    return FIRST_OWN_FORMAT + formats.indexOf(format);
  };

  const toXml = (look: CellLook): string => {
    const align = `${look.align ? ` horizontal="${look.align}"` : ''}${look.wrap ? ' wrapText="1"' : ''}`;
    return (
      `<xf xfId="0" numFmtId="${formatId(look.format)}" fontId="${placeOf(fonts, look.font)}" fillId="${placeOf(fills, look.fill ?? 'none')}"` +
      ` borderId="${placeOf(borders, look.border ?? 'none')}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment vertical="center"${align}/></xf>`
    );
  };

  const idOf = (look: CellLook): number => {
    const xml = toXml(look);
    const id = ids.get(xml) ?? ids.size;
    ids.set(xml, id);
    return id;
  };

  const xml = (): string =>
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    list('numFmts', formats.map((code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escapeAttribute(code)}"/>`)) +
    list('fonts', Object.values(fonts)) +
    list('fills', Object.values(fills)) +
    list('borders', Object.values(borders)) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list('cellXfs', [...ids.keys()]) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>';

  // Cells without a look of their own, and column widths, go by the first entry.
  idOf({ font: 'plain' });
  return { idOf, xml };
};
