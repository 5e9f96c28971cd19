import { useEffect } from 'react';
import { useListContext, useRedirect, type Identifier, type RaRecord } from 'react-admin';

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** ↓ opens the first row, ↑ ↓ walk through the rows with the panel, Enter opens the page, Esc closes the panel; not while somebody types. */
export const useRowKeys = (open: Identifier | null, setOpen: (id: Identifier | null) => void, enabled: boolean) => {
  const { data = [] } = useListContext<RaRecord>();
  const redirect = useRedirect();
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (key: KeyboardEvent) => {
      const target = key.target instanceof HTMLElement ? key.target : null;
      if (target?.closest('input:not([type="checkbox"]), textarea, select, button, a, [role="dialog"], [role="listbox"], [role="combobox"]')) return;
      const step = STEP[key.key];
      if (step !== undefined) {
        const next = data[data.findIndex(({ id }) => id === open) + step];
        if (next !== undefined) setOpen(next.id);
        if (next !== undefined || open !== null) key.preventDefault();
      } else if (open === null) return;
      else if (key.key === 'Enter') redirect('show', 'applications', open);
      else if (key.key === 'Escape') setOpen(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [data, enabled, open, redirect, setOpen]);
};
