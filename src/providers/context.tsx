import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Actions } from './actions.ts';
import type { Factors } from './factors.ts';
import type { Profile, ProfileState, ProfileStore } from './profile.ts';

/** What screens may reach beside react-admin's own hooks. */
export type Backend = { profile: ProfileStore; actions: Actions; factors: Factors };

const BackendContext = createContext<Backend | undefined>(undefined);
export const BackendProvider = ({ value, children }: { value: Backend; children: ReactNode }) => (
  <BackendContext.Provider value={value}>{children}</BackendContext.Provider>
);

const useBackend = (): Backend => {
  const backend = useContext(BackendContext);
  if (backend === undefined) throw new Error('BackendProvider is missing');
  return backend;
};

/** `transition`, `importFile`, `closeMonth`, `exportReport`, `members`, `changePassword`, `read`. */
export const useActions = (): Actions => useBackend().actions;
export const useFactors = (): Factors => useBackend().factors;
export const useProfileStore = (): ProfileStore => useBackend().profile;

/** The profile as far as it is known: nothing yet, an error, or the person. */
export const useProfileState = (): ProfileState => {
  const store = useProfileStore();
  return useSyncExternalStore(store.subscribe, store.state);
};

/** The person who is signed in. Only inside the layout, which waits for it. */
export const useProfile = (): Profile => {
  const { profile } = useProfileState();
  if (profile === undefined) throw new Error('useProfile is for screens inside the layout');
  return profile;
};
