import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Hears the bytes of a file in pieces, as they are made. */
export type Write = (piece: Uint8Array<ArrayBuffer>) => void;

/** A ZIP that is deflated while it is written: neither an entry nor the file is ever held as a whole. */
export const createZip = (write: Write) => {
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    write(piece as Uint8Array<ArrayBuffer>);
  });
  return {
    /** `level` of fflate: 6 for texts, 1 for what is deflated already. */
    add: (path: string, pieces: Iterable<string | Uint8Array>, level: 1 | 6 = 6): void => {
      const entry = new ZipDeflate(path, { level });
      zip.add(entry);
      for (const piece of pieces) entry.push(typeof piece === 'string' ? strToU8(piece) : piece);
      entry.push(new Uint8Array(), true);
    },
    end: (): void => zip.end(),
  };
};
