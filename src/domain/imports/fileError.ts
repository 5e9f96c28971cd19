import type { FileErrorCode } from '../codes.ts';

/** What is known about the wrong file, for the message and for support. */
export type FileErrorDetails = {
  file_name?: string;
  line?: number;
  /** Rows. */
  limit?: number;
  limit_bytes?: number;
  missing?: string[];
  duplicate?: string[];
  found?: string[];
  looks_like?: string;
};

/** The file as a whole cannot be imported; nothing of it was used. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
  readonly code: FileErrorCode;
  readonly details: FileErrorDetails;

  constructor(code: FileErrorCode, details: FileErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
