import { useEffect } from 'react';

/** Where a key belongs to what is being typed in, or to a dialog. */
const BUSY = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="listbox"], [role="combobox"], [role="menu"]';

/** A key of the page: nothing is being typed, no other program's shortcut. */
export const isPageKey = (key: KeyboardEvent): boolean =>
  !key.ctrlKey && !key.metaKey && !key.altKey && !(key.target instanceof HTMLElement && key.target.closest(BUSY) !== null);

/** Letters by the place of the key, because the IME may be on. `fire` says whether the letter means something. */
export const useEventKeys = (fire: (letter: string) => boolean, enabled: boolean) => {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (key: KeyboardEvent) => {
      const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
      if (letter !== undefined && !key.repeat && !key.shiftKey && isPageKey(key) && fire(letter)) key.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
};
