import { useEffect, useRef, useState } from 'react';
import { type CertificateCodes, collectSymbols, isComplete, readCertificateCodes, type CodeSymbol } from '../../../domain/certificateCodes.ts';
import { createCodeReader, pixelsOfFile, type CodeReader } from './codeReader.ts';
import type { CodesSeen } from './codeWorker.ts';

/** What is to be said about the last picture; null: nothing. */
export type CodeNote = 'reading' | 'no_picture' | 'no_code' | 'unreadable' | 'foreign' | 'other_car' | 'failed' | null;

const noteOf = ({ symbols, unreadable }: CodesSeen, codes: CertificateCodes, restarted: boolean): CodeNote => {
  if (restarted) return 'other_car';
  if (symbols.length === 0) return unreadable > 0 ? 'unreadable' : 'no_code';
  return codes.foreign > 0 && codes.pieces.length === 0 ? 'foreign' : null;
};

/** Collects the codes of one certificate from any number of pictures. */
export const useCodes = (onRead: (codes: CertificateCodes) => void) => {
  const reader = useRef<CodeReader>(null);
  const held = useRef<CodeSymbol[]>([]);
  const [codes, setCodes] = useState<CertificateCodes>({ data: null, pieces: [], foreign: 0 });
  const [note, setNote] = useState<CodeNote>(null);
  useEffect(() => () => {
    reader.current?.close();
    reader.current = null;
  }, []);

  const read = async (picture: ImageData): Promise<{ codes: CertificateCodes; note: CodeNote }> => {
    reader.current ??= createCodeReader();
    const seen = await reader.current.read(picture);
    const { symbols, restarted } = collectSymbols(held.current, seen.symbols);
    const now = readCertificateCodes(symbols);
    // What belongs to no certificate is told once and not kept.
    held.current = now.pieces.length === 0 ? [] : symbols;
    setCodes(now);
    if (now.data !== null) onRead(now);
    return { codes: now, note: noteOf(seen, now, restarted) };
  };

  /** Before the camera: what was said is over, and after a whole certificate the next one is meant. */
  const begin = (): void => {
    setNote(null);
    if (isComplete(codes)) held.current = [];
  };

  /** A picture of the camera: most hold nothing, which is not worth a word. True when nothing is missing any more. */
  const look = async (picture: ImageData): Promise<boolean> => {
    try {
      const { codes: now, note: said } = await read(picture);
      if (said === 'foreign' || said === 'other_car') setNote(said);
      else if (now.pieces.length > codes.pieces.length) setNote(null);
      return isComplete(now);
    } catch {
      setNote('failed');
      return true;
    }
  };

  const takeFile = async (file: Blob): Promise<CodeNote> => {
    const picture = await pixelsOfFile(file);
    return picture === null ? 'no_picture' : (await read(picture)).note;
  };

  /** Photographs, one or several. */
  const take = async (files: readonly Blob[]): Promise<void> => {
    setNote('reading');
    let said: CodeNote = null;
    try {
      for (const file of files) said = (await takeFile(file)) ?? said;
    } catch {
      said = 'failed';
    }
    setNote(said);
  };
  return { codes, note, begin, look, take };
};
