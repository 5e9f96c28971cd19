import { strFromU8, unzlibSync } from 'fflate';

/**
 * Reads our own PDFs back, as a person's search does: the texts of each page, by the font's ToUnicode table. It knows what PDFKit
 * writes (plain objects, Flate streams, Identity-H fonts) and nothing more.
 */

type Found = { dictionary: string; stream: Uint8Array | undefined };
export type ReadPdf = { pages: { texts: string[]; width: number; height: number }[]; title: string };

const objectsOf = (bytes: Uint8Array): Map<number, Found> => {
  const text = strFromU8(bytes, true);
  const objects = new Map<number, Found>();
  for (const { index, 0: head, 1: id } of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = index + head.length;
    const end = text.indexOf('\nendobj', start);
    const body = text.slice(start, end);
    const at = body.indexOf('stream\n');
    const dictionary = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = bytes.subarray(start + at + 7, start + at + 7 + length);
    objects.set(Number(id), { dictionary, stream: at < 0 ? undefined : dictionary.includes('/FlateDecode') ? unzlibSync(raw) : raw });
  }
  return objects;
};

const characters = (hex: string): string =>
  String.fromCodePoint(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))).normalize();

/** Glyph → text of a ToUnicode table: `<0001> <0003> [<65e5> <672c> …]`. */
const tableOf = (cmap: string): Map<string, string> => {
  const table = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(first, 16);
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      table.set((start + index).toString(16).padStart(4, '0'), characters(hex.replaceAll(' ', '')));
    }
  }
  return table;
};

const reference = (dictionary: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]);

/** Of a text object: UTF-16 with a mark, its brackets, backslashes and line ends escaped. */
const textOf = (object: string): string => {
  const raw = object.slice(1, object.lastIndexOf(')')).replaceAll(/\\(.)/gs, (_, character: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[character] ?? character);
  if (!raw.startsWith('þÿ')) return raw;
  return raw.slice(2).replaceAll(/(.)(.)/gs, (_, high: string, low: string) => String.fromCodePoint(high.charCodeAt(0) * 256 + low.charCodeAt(0)));
};

/** @throws when the file is no PDF, or a text in it cannot be searched. */
export const readPdf = (bytes: Uint8Array): ReadPdf => {
  if (!strFromU8(bytes.subarray(0, 5), true).startsWith('%PDF-')) throw new Error('No PDF');
  const objects = objectsOf(bytes);
  const get = (id: number): Found => objects.get(id) ?? { dictionary: '', stream: undefined };
  const tableOfFont = (id: number): Map<string, string> =>
    tableOf(strFromU8(get(reference(get(id).dictionary, 'ToUnicode')).stream ?? new Uint8Array(), true));
  const pageTexts = (dictionary: string): string[] => {
    const resources = get(reference(dictionary, 'Resources')).dictionary;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, tableOfFont(Number(id))]));
    let table = new Map<string, string>();
    const texts: string[] = [];
    const content = strFromU8(get(reference(dictionary, 'Contents')).stream ?? new Uint8Array(), true);
    for (const [, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|((?:\[[^\]]*\]|<[0-9a-f]*>) T[Jj])/g)) {
      if (font !== undefined) table = fonts.get(font) ?? table;
      else texts.push([...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((glyph) => {
        const found = table.get(glyph);
        if (found === undefined) throw new Error(`A glyph of ${JSON.stringify(shown)} has no text`);
        return found;
      }).join(''));
    }
    return texts;
  };
  const root = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Pages'))?.dictionary ?? '';
  const kids = [.../\/Kids \[([^\]]*)\]/.exec(root)?.[1]?.matchAll(/(\d+) 0 R/g) ?? []].map(([, id]) => get(Number(id)).dictionary);
  return {
    pages: kids.map((dictionary) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary) ?? [];
      return { texts: pageTexts(dictionary), width: Number(width), height: Number(height) };
    }),
    title: textOf(get(reference([...objects.values()].find(({ dictionary }) => dictionary.includes('/Producer'))?.dictionary ?? '', 'Title')).dictionary),
  };
};
