import { z } from 'zod';

/** What a plan of `explain (analyze, format json)` says of one of its nodes; counts are of one loop. */
type Node = {
  'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Actual Loops': number;
  'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Node[];
};
const node: z.ZodType<Node> = z.lazy(() => z.looseObject({
  'Node Type': z.string(), 'Relation Name': z.string().optional(), 'Index Name': z.string().optional(),
  'Actual Rows': z.number(), 'Actual Loops': z.number(), 'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(), Plans: z.array(node).optional(),
}));
export const explained = z.object({ Plan: node, 'Planning Time': z.number().optional(), 'Execution Time': z.number().optional() });

const all = (root: Node): Node[] => [root, ...(root.Plans ?? []).flatMap(all)];

/** The tables that grow with the cases: none may be read from end to end. */
const LARGE = new Set(['applications', 'application_events', 'fee_payments', 'advance_ledger', 'application_vehicle_users']);

/**
 * What is wrong with a plan: a sequential scan of a large table, or a walk that throws away more than `bound` rows of
 * cases, which are then another scope's. Empty when all is well.
 */
export const faultsOf = (root: Node, bound: number): string[] => all(root).flatMap((one) => {
  const table = one['Relation Name'] ?? '';
  if (!LARGE.has(table) || one['Actual Loops'] === 0) return [];
  const removed = ((one['Rows Removed by Filter'] ?? 0) + (one['Rows Removed by Index Recheck'] ?? 0)) * one['Actual Loops'];
  const by = `${one['Node Type']} ${one['Index Name'] ?? ''} on ${table}`;
  return [
    ...(one['Node Type'] === 'Seq Scan' ? [by] : []),
    ...(table === 'applications' && removed > bound ? [`${by} throws ${Math.round(removed)} rows away`] : []),
  ];
});
