/** `share` of what is under way, 0 to 1, when it is known. */
export type DownloadProgress = { label: string; share?: number };
export type DownloadOutcome = { severity: 'success' | 'info' | 'error'; message: string };
export type Download = { progress: DownloadProgress | null; outcome: DownloadOutcome | null };

/** How a download goes, apart from the page: it changes many times a second, and only its own line is drawn again. */
export const createDownloadStore = () => {
  let download: Download = { progress: null, outcome: null };
  const listeners = new Set<() => void>();
  return {
    get: (): Download => download,
    set: (next: Partial<Download>): void => {
      download = { ...download, ...next };
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
export type DownloadStore = ReturnType<typeof createDownloadStore>;
