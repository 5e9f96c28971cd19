import type { IncomingMessage, ServerResponse } from 'node:http';
import http from 'node:http';

/** Headers that belong to one connection and must not be passed on. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer']);

const passed = (headers: IncomingMessage['headers']) => Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name)));

const fail = (response: ServerResponse): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = { code: 'unavailable', message: 'The functions are being started again; please try once more in a moment.', details: null };
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1', 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(body));
};

/** Passes a request on to Deno and streams the answer back; 503 while Deno is away. */
export const proxyFunction = (request: IncomingMessage, response: ServerResponse, port: number | undefined): void => {
  if (port === undefined) {
    request.resume();
    fail(response);
    return;
  }
  const forwarded = { ...passed(request.headers), 'x-forwarded-for': request.socket.remoteAddress ?? '' };
  const upstream = http.request({ host: '127.0.0.1', port, path: request.url, method: request.method, headers: forwarded }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, passed(answer.headers));
    answer.pipe(response);
    answer.once('error', () => response.destroy());
  });
  upstream.once('error', () => fail(response));
  response.once('close', () => upstream.destroy());
  request.pipe(upstream);
};
