const isAnsweredError = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('severity' in value || ('code' in value && value.code === 'PGRST'));

/**
 * The library prints every SQL error that it also answers, each failed look at the schema while the database is away, and a
 * warning about Storage at every start. To the office's terminal that is noise. Answers the function that undoes it.
 */
export const muteLibrary = (): (() => void) => {
  const { error, warn } = console;
  console.error = (...parts: unknown[]) => {
    if (!isAnsweredError(parts[0]) && parts[0] !== 'Introspection failed:') error(...parts);
  };
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).startsWith('EXPERIMENTAL FEATURES ENABLED')) warn(...parts);
  };
  return () => Object.assign(console, { error, warn });
};
