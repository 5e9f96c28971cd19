import { localStorageStore, type Store } from 'react-admin';

/** What a person arranged and what says nothing about any case: it outlives signing out. */
const KEPT = /^(theme$|frame\.textSize$|[a-z_]+\.details$|[a-z_]+\.datatable)/;

/**
 * react-admin's store in the browser. Chosen columns, searches and the place in a list outlive a reload; signing out clears the
 * searches, which may name a car, and leaves the arrangement of the screens.
 */
export const createListStore = (): Store => {
  const store = localStorageStore();
  return {
    ...store,
    reset: () => {
      const kept = Object.entries(store.listItems?.() ?? {}).filter(([key]) => KEPT.test(key));
      store.reset();
      for (const [key, value] of kept) store.setItem(key, value);
    },
  };
};
