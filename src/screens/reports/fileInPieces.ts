import type { Write } from '../../domain/reports/zipFile.ts';

const BLOB_BYTES = 4_000_000;

/**
 * A file that is written piece by piece. What was written leaves the worker's memory: the browser keeps Blobs itself, on disk when they
 * are large, and handing one to the page copies nothing.
 */
export const createFileInPieces = () => {
  const blobs: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const settle = (): void => {
    blobs.push(new Blob(pieces));
    pieces = [];
    bytes = 0;
  };
  const write: Write = (piece) => {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= BLOB_BYTES) settle();
  };
  const whole = (): Blob => {
    settle();
    return new Blob(blobs);
  };
  return { write, whole };
};
