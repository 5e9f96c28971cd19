import { describe, expect, it } from 'vitest';
import { callsPerRow } from './own.ts';

describe('callsPerRow', () => {
  it('is content with calls that are computed once a statement', () => {
    expect(callsPerRow('(( SELECT private.is_hq() AS is_hq) OR (branch_id = ( SELECT private.my_branch() AS my_branch)))')).toBe(false);
    expect(callsPerRow('(id = ANY (( SELECT private.my_area_requesters() AS x)::bigint[]))')).toBe(false);
    expect(callsPerRow('(user_id = ( SELECT (private.me()).user_id AS user_id))')).toBe(false);
    expect(callsPerRow('(EXISTS ( SELECT FROM statements s WHERE (s.id = statement_lines.statement_id)))')).toBe(false);
  });

  it('finds a bare call, also beside a wrapped one and inside a subquery over a table', () => {
    expect(callsPerRow('private.can_read(branch_id)')).toBe(true);
    expect(callsPerRow('(( SELECT private.is_hq() AS is_hq) OR (branch_id = private.my_branch()))')).toBe(true);
    expect(callsPerRow('(EXISTS ( SELECT FROM statements s WHERE (s.branch_id = private.my_branch())))')).toBe(true);
    expect(callsPerRow('(EXISTS ( SELECT FROM statements s WHERE (s.branch_id = ( SELECT private.my_branch() AS x))))')).toBe(false);
  });
});
