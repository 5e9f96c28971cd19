import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeSymbol } from '../../../domain/certificateCodes.ts';

export type CodeQuestion = { id: number; picture: ImageData };
/** `unreadable`: codes that were seen but are too damaged, small or blurred. */
export type CodesSeen = { symbols: CodeSymbol[]; unreadable: number };
export type CodeAnswer = { id: number } & ({ seen: CodesSeen } | { failed: string });

// Left alone, the library would fetch its program from a public server.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

const read = async (picture: ImageData): Promise<CodesSeen> => {
  const codes = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, returnErrors: true });
  const good = codes.filter(({ isValid }) => isValid);
  return {
    symbols: good.map(({ text, sequenceSize, sequenceIndex, sequenceId }) => ({ text, part: sequenceSize > 1 ? { at: sequenceIndex, of: sequenceSize, row: sequenceId } : null })),
    unreadable: codes.length - good.length,
  };
};

const tell = (answer: CodeAnswer): void => self.postMessage(answer, { targetOrigin: '*' });

self.addEventListener('message', ({ data: { id, picture } }: MessageEvent<CodeQuestion>) => {
  read(picture).then((seen) => tell({ id, seen }), (cause: unknown) => tell({ id, failed: String(cause) }));
});
