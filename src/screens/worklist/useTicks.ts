import { useMemo, useState } from 'react';
import type { Identifier } from 'react-admin';
import type { WorkRow } from './workData.ts';

/** Ticks and the row one is at. Both hold on to the case, not to the line, so that a refreshed list keeps them. */
export const useTicks = (rows: WorkRow[]) => {
  const [ticked, setTicked] = useState<Identifier[]>([]);
  const [place, setPlace] = useState<{ id: Identifier | undefined; at: number }>({ id: undefined, at: 0 });
  const at = useMemo(() => {
    const found = rows.findIndex(({ id }) => id === place.id);
    // The case left the list: its neighbour takes its place.
    return found >= 0 ? found : Math.max(0, Math.min(place.at, rows.length - 1));
  }, [rows, place]);
  const shown = useMemo(() => {
    const ids = new Set(rows.map(({ id }) => id));
    return ticked.filter((id) => ids.has(id));
  }, [rows, ticked]);
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    setPlace({ id: rows[to]?.id, at: to });
  };
  const toggle = (id: Identifier) => setTicked((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  const toggleAll = () => setTicked(shown.length === rows.length ? [] : rows.map(({ id }) => id));
  return { ticked: shown, gone: ticked.length - shown.length, setTicked, toggle, toggleAll, at, current: rows[at], goTo };
};
export type Ticks = ReturnType<typeof useTicks>;

/** What an act is about: the ticked rows, or the one in the frame when `implicit` and none is ticked. */
export const subjectsOf = (rows: WorkRow[], { ticked, current }: Ticks, implicit: boolean): WorkRow[] => {
  if (ticked.length === 0) return implicit && current !== undefined ? [current] : [];
  const ids = new Set(ticked);
  return rows.filter(({ id }) => ids.has(id));
};
