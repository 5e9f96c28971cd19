/** Something the linter says about the schema: a lint's name, its level and what it is about. */
export type Finding = { name: string; level: string; detail: string };

/** Statistics of the running database, not of the schema: reported, never a reason to fail. */
const RUNTIME = new Set(['unused_index', 'table_bloat']);

/** The findings that a schema must not have. */
export const faultsOf = (findings: Finding[]): Finding[] => findings.filter(({ name }) => !RUNTIME.has(name));
