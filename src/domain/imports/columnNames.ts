import type { HeaderMapping } from './headers.ts';
import { type ImportKind, importFiles } from './parse.ts';

/** Header of every field in files of a kind, as people know it: what `import_rows` takes as `p_headers` to name columns. */
export const columnNames = (kind: ImportKind, mapping: HeaderMapping): Record<string, string> =>
  Object.fromEntries(Object.entries(importFiles[kind].fields).map(([field, { header }]) => [field, mapping[field] || header]));
