import postgres from 'postgres';
import type { Finding } from './finding.ts';

/** The text between an opening parenthesis at `start` and its partner, both included. */
const groupAt = (text: string, start: number): string => {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
};

/**
 * Whether a policy calls a function of ours for every row. splinter's 0003 knows only Auth's own functions and is content with
 * one wrapped call; a call counts as wrapped inside `(select …)` that reads no table.
 */
export const callsPerRow = (expression: string): boolean => {
  let rest = expression;
  for (let start = rest.indexOf('( SELECT '); start >= 0; start = rest.indexOf('( SELECT ')) {
    const group = groupAt(rest, start);
    if (/\bFROM\b/.test(group) && callsPerRow(group.replace('( SELECT ', '('))) return true;
    rest = rest.replace(group, 'wrapped');
  }
  return /\bprivate\.\w+\(/.test(rest);
};

type Policy = { place: string; name: string; expressions: string; comment: string | null; prefix: string };

const policyFindings = async (sql: postgres.Sql): Promise<Finding[]> => {
  const policies = await sql<Policy[]>`
    select p.polrelid::regclass::text as place, p.polname as name, c.relname as prefix,
      concat_ws(' and ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as expressions,
      obj_description(p.oid, 'pg_policy') as comment
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace`;
  return policies.flatMap(({ place, name, prefix, expressions, comment }) => {
    const detail = `Policy ${name} on ${place}`;
    return [
      ...(callsPerRow(expressions) ? [{ name: 'private_call_per_row', level: 'ERROR', detail: `${detail} calls a function of private outside (select …)` }] : []),
      ...(comment ? [] : [{ name: 'policy_without_comment', level: 'WARN', detail: `${detail} does not say whom it lets in` }]),
      ...(new RegExp(`^${prefix}_(select|insert|update|delete)`).test(name) ? [] : [{ name: 'policy_name', level: 'WARN', detail: `${detail} is not named <table>_<action>` }]),
    ];
  });
};

const functionFindings = async (sql: postgres.Sql): Promise<Finding[]> => {
  const definers = await sql<{ name: string; isPublic: boolean }[]>`
    select p.oid::regprocedure::text as name, p.pronamespace = 'public'::regnamespace as "isPublic"
    from pg_proc p
    where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (p.pronamespace = 'public'::regnamespace or obj_description(p.oid, 'pg_proc') is null)`;
  return definers.map(({ name, isPublic }) =>
    isPublic
      ? { name: 'definer_in_api', level: 'ERROR', detail: `Function ${name} is security definer in the API schema` }
      : { name: 'definer_without_reason', level: 'WARN', detail: `Function ${name} is security definer and does not say why` },
  );
};

/** The house rules that splinter does not know: shape and comments of policies, definer functions. */
export const runOwnLints = async (url: string): Promise<Finding[]> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await policyFindings(sql)), ...(await functionFindings(sql))];
  } finally {
    await sql.end();
  }
};
