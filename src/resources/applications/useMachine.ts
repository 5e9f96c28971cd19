import { useGetList, type RaRecord } from 'react-admin';
import type { Rule } from './eventForm.ts';

/** A row of `transition_events`: the button of an event. */
export type EventRow = RaRecord & { event: string; label_ja: string; sort: number; shortcut: string | null; confirm: boolean };

const ONCE = { staleTime: Infinity, gcTime: Infinity };

/** Labels, order and keys of the events. */
export const useEvents = () => {
  const { data = [] } = useGetList<EventRow>('transition_events', { pagination: { page: 1, perPage: 100 }, sort: { field: 'sort', order: 'ASC' } }, ONCE);
  return {
    rowOf: (event: string): EventRow | undefined => data.find((row) => row.event === event),
    labelOf: (event: string): string => data.find((row) => row.event === event)?.label_ja ?? (data.length === 0 ? '' : event),
    orderOf: (event: string): number => data.find((row) => row.event === event)?.sort ?? 0,
  };
};

/** The rows of the status machine: what each event asks for from where. */
export const useRules = (): Rule[] => {
  const { data = [] } = useGetList<RaRecord & Rule>('status_transitions', { pagination: { page: 1, perPage: 1000 }, sort: { field: 'id', order: 'ASC' } }, ONCE);
  return data;
};
