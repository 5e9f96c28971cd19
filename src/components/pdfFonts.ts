import bold from '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf?url';
import regular from '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf?url';
import type { PdfFonts } from '../domain/reports/pdfDocument.ts';

const fetchFont = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font ${url} was not found (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The fonts of a PDF in the browser or its worker: fetched when the first PDF is made, kept by the browser's cache. */
export const fetchPdfFonts = async (): Promise<PdfFonts> => {
  const [regularFont, boldFont] = await Promise.all([fetchFont(regular), fetchFont(bold)]);
  return { regular: regularFont, bold: boldFont };
};
