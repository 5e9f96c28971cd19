import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { App } from './App.tsx';
import { createListStore } from './components/listStore.ts';
import { loadConfig } from './providers/config.ts';
import { createProviders } from './providers/create.ts';
import { toAppError } from './providers/errors.ts';

const root = document.getElementById('root');

const start = async (place: HTMLElement) => {
  const providers = createProviders(await loadConfig());
  const store = createListStore();
  const router = createBrowserRouter([{ path: '*', element: <App providers={providers} store={store} /> }]);
  // Signing out empties the caches, and react-admin asks again who is there until the address has changed: a navigation
  // that React may put off (a transition) lets it ask for ten seconds.
  createRoot(place).render(<StrictMode><RouterProvider router={router} useTransitions={false} /></StrictMode>);
};

// A missing setting is one clear sentence, never an endless spinner.
if (root !== null) {
  start(root).catch((error: unknown) => {
    root.setAttribute('role', 'alert');
    root.textContent = toAppError(error).message;
  });
}
