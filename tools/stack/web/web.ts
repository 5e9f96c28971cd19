import type http from 'node:http';
import type { NodeHandler } from '../gateway/server.ts';
import type { Log, StackOptions } from '../options.ts';
import { ensureBuilt } from './build.ts';
import { openDev } from './dev.ts';
import { serveFiles } from './files.ts';

/** The app's part of the origin. `open` answers the function that closes it. */
export type Web = { handle: NodeHandler; open: (server: http.Server) => Promise<() => unknown> };

const notHere: NodeHandler = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain' });
  response.end('The app is not served by this start.\n');
};

/**
 * The built app, or vite with hot reload, or nothing. A build is begun at once, so that it runs while the database starts;
 * `open` waits for it.
 */
export const openWeb = ({ buildApp = true, dev = false }: StackOptions, log: Log): Web => {
  let handler = notHere;
  const handle: NodeHandler = (request, response) => handler(request, response);
  if (dev) {
    const open = async (server: http.Server) => {
      const vite = await openDev(server);
      handler = vite.handle;
      return vite.close;
    };
    return { handle, open };
  }
  if (!buildApp) return { handle, open: async () => () => undefined };
  const built = ensureBuilt(log);
  built.catch(() => undefined); // reported by `open`
  const open = async () => {
    handler = serveFiles(await built);
    return () => undefined;
  };
  return { handle, open };
};
