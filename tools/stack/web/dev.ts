import type http from 'node:http';
import { repository } from '../functions/deno.ts';
import type { NodeHandler } from '../gateway/server.ts';

/** vite on the same origin, so that hot reload and the API share one address. */
export const openDev = async (server: http.Server): Promise<{ handle: NodeHandler; close: () => Promise<void> }> => {
  const { createServer } = await import('vite');
  const vite = await createServer({ root: repository, appType: 'spa', server: { middlewareMode: true, hmr: { server } } });
  return { handle: (request, response) => vite.middlewares(request, response), close: () => vite.close() };
};
