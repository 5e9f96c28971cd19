import { z } from 'zod';

/** What a plan of `explain (analyze, format json)` says of one of its nodes; counts are of one loop. */
type Node = {
  'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Index Cond'?: string; 'Actual Rows': number; 'Actual Loops': number;
  'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Node[];
};
const node: z.ZodType<Node> = z.lazy(() => z.looseObject({
  'Node Type': z.string(), 'Relation Name': z.string().optional(), 'Index Name': z.string().optional(), 'Index Cond': z.string().optional(),
  'Actual Rows': z.number(), 'Actual Loops': z.number(), 'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(), Plans: z.array(node).optional(),
}));
export const explained = z.object({ Plan: node, 'Planning Time': z.number().optional(), 'Execution Time': z.number().optional() });

const all = (root: Node): Node[] => [root, ...(root.Plans ?? []).flatMap(all)];

/** The tables that grow with the cases: none may be read from end to end. */
const LARGE = new Set(['applications', 'application_events', 'fee_payments', 'advance_ledger', 'application_vehicle_users']);

/** How many rows of cases a plan may throw away in one scan, and in lookups that are made again and again. */
export type Bounds = { scan: number; lookups: number };

/**
 * What is wrong with a plan: a sequential scan of a large table, or a walk that throws away more rows of cases than `bounds`, which
 * are then another scope's. `own` are the columns of the person's scope: what is found by one of them is his own. Empty when all is well.
 */
export const faultsOf = (root: Node, bounds: Bounds, own: string[]): string[] => all(root).flatMap((one) => {
  const table = one['Relation Name'] ?? '';
  const loops = one['Actual Loops'];
  if (!LARGE.has(table) || loops === 0) return [];
  const removed = ((one['Rows Removed by Filter'] ?? 0) + (one['Rows Removed by Index Recheck'] ?? 0)) * loops;
  const isOwn = own.some((column) => one['Index Cond']?.includes(`${column} = `));
  const by = `${one['Node Type']} ${one['Index Name'] ?? ''} on ${table}`;
  return [
    ...(one['Node Type'] === 'Seq Scan' ? [by] : []),
    ...(table === 'applications' && !isOwn && removed > (loops === 1 ? bounds.scan : bounds.lookups) ? [`${by} throws ${Math.round(removed)} rows away`] : []),
  ];
});
