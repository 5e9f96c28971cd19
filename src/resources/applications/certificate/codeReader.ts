import type { CodeAnswer, CodeQuestion, CodesSeen } from './codeWorker.ts';

/** Reads two-dimensional codes off the main thread, so that the camera's picture stays smooth. @throws Error when the program cannot be loaded */
export type CodeReader = { read: (picture: ImageData) => Promise<CodesSeen>; close: () => void };

export const createCodeReader = (): CodeReader => {
  const worker = new Worker(new URL('./codeWorker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (seen: CodesSeen) => void; reject: (cause: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('seen' in data) asked?.resolve(data.seen);
    else asked?.reject(new Error(data.failed));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  return {
    read: (picture) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, picture } satisfies CodeQuestion, [picture.data.buffer]);
      }),
    close: () => worker.terminate(),
  };
};

/** Photographs are bigger than any code needs; past this a phone runs out of memory. */
const LONGEST_SIDE = 4096;

/** The pixels of a picture; null while a video has none yet. */
export const pixelsOf = (source: CanvasImageSource, width: number, height: number): ImageData | null => {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** The pixels of a file, in any format that the browser shows; null when it is no picture. */
export const pixelsOfFile = async (file: Blob): Promise<ImageData | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null);
  return bitmap && pixelsOf(bitmap, bitmap.width, bitmap.height);
};
