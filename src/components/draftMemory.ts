/** What somebody typed into a form and has not saved: kept in this browser, by person, so that a reload loses nothing. */
export type Draft = { at: string; version: number | null; step: number; values: Record<string, unknown> };

/** After this a forgotten form is not brought back: it holds a 使用者. */
const KEEP_MS = 3 * 24 * 60 * 60 * 1000;

export type DraftMemory = { read: () => Draft | undefined; write: (draft: Omit<Draft, 'at'>) => void; clear: () => void };

/** `name` tells forms apart; the person is part of the key, so that a shared computer shows nobody another's text. */
export const createDraftMemory = (userId: string, name: string, storage: Storage = localStorage, now: () => Date = () => new Date()): DraftMemory => {
  const key = `draft:${userId}:${name}`;
  const clear = () => storage.removeItem(key);
  return {
    clear,
    write: (draft) => {
      try {
        storage.setItem(key, JSON.stringify({ ...draft, at: now().toISOString() }));
      } catch {
        // A full or forbidden storage costs the comfort, never the form.
      }
    },
    read: () => {
      const text = storage.getItem(key);
      if (text === null) return undefined;
      const draft = JSON.parse(text) as Draft;
      if (now().getTime() - new Date(draft.at).getTime() <= KEEP_MS) return draft;
      clear();
      return undefined;
    },
  };
};

/** Whoever signs out leaves nothing behind on a shared computer. An expired session keeps the text for its owner. */
export const forgetDrafts = (userId: string, storage: Storage = localStorage): void => {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  for (const key of keys) if (key.startsWith(`draft:${userId}:`)) storage.removeItem(key);
};
