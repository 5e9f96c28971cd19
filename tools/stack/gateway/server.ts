import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createInbound } from '../auth/inbound.ts';
import type { Keys } from '../auth/keys.ts';
import { proxyFunction } from './functions.ts';
import { MAIL_PATH } from './mail.ts';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;
type Routes = {
  keys: Keys;
  publishableKey: string;
  /** Auth, Data API, Storage. */
  backend: (request: Request) => Promise<Response>;
  /** What functions hand over to be mailed. */
  mail: (request: Request) => Promise<Response>;
  health: () => Promise<Response>;
  functionsPort: () => number | undefined;
  /** Everything else: the app. */
  app: NodeHandler;
};

const API = /^\/(auth|rest|storage)\/v1(\/|\?|$)/;

const sendJson = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

/** The address by which the browser reached us, so that the app works under every name this machine has. */
const originOf = (request: IncomingMessage): string => {
  const proto = String(request.headers['x-forwarded-proto'] ?? 'http').split(',')[0];
  return `${proto}://${request.headers.host ?? '127.0.0.1'}`;
};

/** One origin for everything: the app, `/config.json`, `/healthz`, the three APIs and the functions. */
export const createGateway = ({ keys, publishableKey, backend, mail, health, functionsPort, app }: Routes): http.Server => {
  const inbound = createInbound(keys);
  // The adapter would replace the global Request and Response, whose copies lose the bodies of uploads.
  const listener = getRequestListener(backend, { overrideGlobalObjects: false });
  const mailListener = getRequestListener(mail, { overrideGlobalObjects: false });
  const healthListener = getRequestListener(health, { overrideGlobalObjects: false });

  return http.createServer(async (request, response) => {
    const url = request.url ?? '/';
    if (API.test(url)) {
      const refusal = await inbound(request);
      return refusal ? sendJson(response, refusal.status, refusal.body) : listener(request, response);
    }
    if (url.startsWith('/functions/v1/')) return proxyFunction(request, response, functionsPort());
    if (url === MAIL_PATH) return mailListener(request, response);
    if (url === '/healthz') return healthListener(request, response);
    if (url === '/config.json') return sendJson(response, 200, { supabaseUrl: originOf(request), supabaseKey: publishableKey });
    return app(request, response);
  });
};
