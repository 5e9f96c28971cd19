import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useActions } from '../../providers/context.tsx';
import type { WorkCounts, WorkPage, WorkQueue } from './workData.ts';

/** Rows a page; a queue is read further by さらに表示. */
const PAGE = 100;
/** Others work on the same queues: read again by itself while the window is seen, and on coming back to it. */
const FRESH = { refetchInterval: 30_000, refetchOnWindowFocus: 'always' } as const;

/** The counts of the queues of a branch; `branch` null is the caller's own. */
export const useWorkCounts = (branch: number | null, enabled: boolean) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['work_counts', branch], queryFn: () => read<WorkCounts>('work_counts', { p_branch: branch }), enabled, ...FRESH });
};

/** The rows of a queue as far as they were asked for. */
export const useWorkRows = (queue: WorkQueue, branch: number | null, enabled: boolean) => {
  const { read } = useActions();
  const query = useInfiniteQuery({
    queryKey: ['work_list', branch, queue],
    queryFn: ({ pageParam }) => read<WorkPage>('work_list', { p_queue: queue, p_branch: branch, p_after: pageParam, p_limit: PAGE }),
    initialPageParam: null as WorkPage['next'],
    getNextPageParam: ({ next }) => next,
    enabled, ...FRESH,
  });
  const rows = useMemo(() => {
    // A case that moved between the reading of two pages may stand on both.
    const seen = new Map((query.data?.pages ?? []).flatMap((page) => page.rows).map((row) => [row.id, row]));
    return [...seen.values()];
  }, [query.data]);
  return { ...query, rows };
};
