import { useEffect } from 'react';
import { isPageKey } from '../../resources/applications/useEventKeys.ts';

export type WorkKeys = {
  move: (by: 1 | -1) => void; tick: () => void; tickAll: () => void; open: () => void; contact: () => void; card: () => void; help: () => void; clear: () => void; queue: (index: number) => void;
};

/** What a key means here, by its place on the keyboard; F, P and the other events are the bulk bar's. */
const actOf = (key: KeyboardEvent, keys: WorkKeys): (() => void) | undefined => {
  if (key.shiftKey) return { KeyX: keys.tickAll, Slash: keys.help }[key.code];
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(key.code)?.[1];
  if (digit !== undefined) return () => keys.queue(Number(digit) - 1);
  return {
    KeyJ: () => keys.move(1), ArrowDown: () => keys.move(1), KeyK: () => keys.move(-1), ArrowUp: () => keys.move(-1),
    KeyX: keys.tick, KeyC: keys.contact, KeyQ: keys.card, KeyE: keys.open, Enter: keys.open, NumpadEnter: keys.open, Escape: keys.clear,
  }[key.code];
};

/** A button or a link that has the focus keeps its own Enter. */
const isPressed = (key: KeyboardEvent): boolean => key.code.endsWith('Enter') && key.target instanceof HTMLElement && key.target.closest('button, a') !== null;

/** The keys of 作業一覧; not while somebody types or a dialog is open. */
export const useWorkKeys = (keys: WorkKeys) => {
  useEffect(() => {
    const onKey = (key: KeyboardEvent) => {
      if (!isPageKey(key) || isPressed(key)) return;
      const act = actOf(key, keys);
      if (act === undefined) return;
      key.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
};
