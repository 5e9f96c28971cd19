import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { MemberAnswer, MemberRequest } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';

/** Runs an act on a person; says what went wrong, and reads people again when it worked. */
export const useMemberAct = () => {
  const { members } = useActions();
  const queries = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const run = async (request: MemberRequest): Promise<MemberAnswer | undefined> => {
    setBusy(true);
    try {
      const answer = await members(request);
      if (request.action !== 'delete') await queries.invalidateQueries({ queryKey: ['members'] });
      return answer;
    } catch (error) {
      notify(toAppError(error).message, { type: 'error', multiLine: true });
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
};
