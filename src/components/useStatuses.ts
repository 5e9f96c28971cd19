import { useGetList, type RaRecord } from 'react-admin';
import type { Turn } from '../theme/tones.ts';

export type StatusAxis = 'filing_statuses' | 'oss_statuses';
/** A row of the lookups: the same code may have another label for 軽. */
export type StatusRow = RaRecord & { code: string; vehicle_kind: 'registered' | 'kei'; label_ja: string; sort: number; turn: Turn };

/** The labels of an axis, read once a session. */
export const useStatuses = (axis: StatusAxis) => {
  const { data = [] } = useGetList<StatusRow>(
    axis, { pagination: { page: 1, perPage: 100 }, sort: { field: 'sort', order: 'ASC' } }, { staleTime: Infinity, gcTime: Infinity },
  );
  return {
    /** False while the labels are on their way: a code is never shown for want of its label. */
    loaded: data.length > 0,
    rowOf: (code: string, kind: string): StatusRow | undefined => data.find((row) => row.code === code && row.vehicle_kind === kind),
    /** One choice a code, both labels where 登録車 and 軽 differ; `kind` keeps to one of them. */
    choices: (kind?: string): { id: string; name: string }[] => {
      const labels = new Map<string, Set<string>>();
      for (const row of data) {
        if (kind === undefined || row.vehicle_kind === kind) labels.set(row.code, (labels.get(row.code) ?? new Set()).add(row.label_ja));
      }
      return [...labels].map(([id, names]) => ({ id, name: [...names].join('／') }));
    },
  };
};
