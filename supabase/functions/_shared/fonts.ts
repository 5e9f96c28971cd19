import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../../../src/domain/reports/pdfDocument.ts';

// `static_files` of the functions in supabase/config.toml takes them along when a function is deployed.
const folder = '../../../node_modules/@expo-google-fonts/noto-sans-jp';
const read = (file: string): Promise<Uint8Array> => readFile(new URL(`${folder}/${file}`, import.meta.url));

let fonts: Promise<PdfFonts> | undefined;

const load = async (): Promise<PdfFonts> => {
  const [regular, bold] = await Promise.all([read('400Regular/NotoSansJP_400Regular.ttf'), read('700Bold/NotoSansJP_700Bold.ttf')]);
  return { regular, bold };
};

/** The fonts of a PDF where functions run, read once. */
export const pdfFonts = (): Promise<PdfFonts> => {
  fonts ??= load();
  return fonts;
};
