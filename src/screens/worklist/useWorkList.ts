import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useActions } from '../../providers/context.tsx';
import type { WorkCompany, WorkCounts, WorkForecast, WorkPage, WorkQueue } from './workData.ts';

/** Rows a page; a queue is read further by さらに表示. */
const PAGE = 100;
/** Others work on the same queues: what is seen is asked after every ten seconds, and on coming back to the window. */
const WATCH = { refetchInterval: 10_000, refetchOnWindowFocus: 'always' } as const;
const QUEUES = ['work_counts', 'work_list', 'work_companies', 'work_forecast'];

/** Asks often, and cheaply, whether the queues of a branch have changed; only then is what hangs on them read again. */
export const useWorkWatch = (branch: number) => {
  const { read } = useActions();
  const queryClient = useQueryClient();
  const seen = useRef<string>(undefined);
  const { data: version } = useQuery({ queryKey: ['work_version', branch], queryFn: () => read<string>('work_version', { p_branch: branch }), ...WATCH });
  useEffect(() => {
    if (version === undefined) return;
    if (seen.current !== undefined && seen.current !== version) for (const name of QUEUES) void queryClient.invalidateQueries({ queryKey: [name, branch] });
    seen.current = version;
  }, [version, branch, queryClient]);
};

/** The counts of the queues of a branch; `branch` null is the caller's own. */
export const useWorkCounts = (branch: number | null, enabled: boolean) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['work_counts', branch], queryFn: () => read<WorkCounts>('work_counts', { p_branch: branch }), enabled });
};

/** 予約送信 that will reach the branch. */
export const useWorkForecast = (branch: number) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['work_forecast', branch], queryFn: () => read<WorkForecast>('work_forecast', { p_branch: branch }) });
};

/** The companies whose cases stand in a queue. */
export const useWorkCompanies = (queue: WorkQueue, branch: number | null) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['work_companies', branch, queue], queryFn: () => read<WorkCompany[]>('work_companies', { p_queue: queue, p_branch: branch }) });
};

/** The rows of a queue as far as they were asked for, of one company when `requester` names it. */
export const useWorkRows = (queue: WorkQueue, branch: number | null, requester: number | null) => {
  const { read } = useActions();
  const query = useInfiniteQuery({
    queryKey: ['work_list', branch, queue, requester],
    queryFn: ({ pageParam }) => read<WorkPage>('work_list', { p_queue: queue, p_branch: branch, p_after: pageParam, p_limit: PAGE, p_requester: requester }),
    initialPageParam: null as WorkPage['next'],
    getNextPageParam: ({ next }) => next,
  });
  const rows = useMemo(() => {
    // A case that moved between the reading of two pages may stand on both.
    const seen = new Map((query.data?.pages ?? []).flatMap((page) => page.rows).map((row) => [row.id, row]));
    return [...seen.values()];
  }, [query.data]);
  return { ...query, rows };
};
