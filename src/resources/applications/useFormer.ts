import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { useActions } from '../../providers/context.tsx';
import type { FormerRequest } from './fillForm.ts';

/** The former case that a new request was begun from (`?from=<id>`), read once. `waiting` while it is on its way. */
export const useFormer = (): { former: FormerRequest | null; waiting: boolean } => {
  const [params] = useSearchParams();
  const actions = useActions();
  const from = params.get('from');
  const { data = null, isPending } = useQuery({
    queryKey: ['former_request', { application_id: from }], enabled: from !== null, staleTime: Infinity,
    queryFn: () => actions.read<FormerRequest | null>('former_request', { p: { application_id: Number(from) } }),
  });
  return { former: data, waiting: from !== null && isPending };
};
