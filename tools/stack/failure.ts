/**
 * A failure that the person at the terminal can do something about. Its message is one plain English sentence,
 * shown as it is, without a stack trace.
 */
export class StackFailure extends Error {
  override name = 'StackFailure';
}

/** The message of anything that was thrown. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The `code` of a thrown system or database error (`ENOENT`, `23505`), or an empty string. */
export const codeOf = (cause: unknown): string => {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
};
