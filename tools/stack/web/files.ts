import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { NodeHandler } from '../gateway/server.ts';
import { securityHeaders } from './headers.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ALREADY = new Set(['.ico', '.png', '.woff2']);
const HASHED = '/assets/';
const SMALL = 1024;
const BROTLI_QUALITY = 6;

type Encoding = 'br' | 'gzip' | 'identity';
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const encodingFor = (accepted: string, file: string, size: number): Encoding => {
  if (size < SMALL || COMPRESSED_ALREADY.has(path.extname(file))) return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
};

const encode = (bytes: Buffer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'br') return brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return encoding === 'gzip' ? gzip(bytes) : Promise.resolve(bytes);
};

/** The file of a path inside `root`, or undefined; dot files are the build's own. */
const fileOf = async (root: string, url: string): Promise<string | undefined> => {
  const name = path.normalize(decodeURIComponent(url));
  if (name.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = path.join(root, name);
  const info = await stat(file).catch(() => undefined);
  return info?.isFile() ? file : undefined;
};

const notFound = (response: ServerResponse, status = 404): void => {
  response.writeHead(status, { 'content-type': 'text/plain', ...securityHeaders });
  response.end('Not found\n');
};

/**
 * Serves a built single-page app: files as they are, every other address the start page. Files with a hash in their
 * name never change: browsers keep them for a year, and their compressed form stays in memory. The rest is small and is
 * read anew each time, so that a new build shows at once.
 */
export const serveFiles = (root: string): NodeHandler => {
  const cache = new Map<string, Promise<Buffer>>();

  const bodyOf = (url: string, file: string, bytes: Buffer, encoding: Encoding): Promise<Buffer> => {
    if (!url.startsWith(HASHED)) return encode(bytes, encoding);
    const key = `${encoding} ${file}`;
    const body = cache.get(key) ?? encode(bytes, encoding);
    cache.set(key, body);
    return body;
  };

  const send = async (url: string, accepted: string, head: boolean, response: ServerResponse): Promise<void> => {
    const found = await fileOf(root, url);
    // A missing asset stays missing: a start page in its place would be run as a script.
    if (!found && url.startsWith(HASHED)) return notFound(response);
    const file = found ?? path.join(root, 'index.html');
    const bytes = await readFile(file);
    const encoding = encodingFor(accepted, file, bytes.length);
    const body = await bodyOf(url, file, bytes, encoding);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': url.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      ...securityHeaders,
    });
    response.end(head ? undefined : body);
  };

  return (request, response) => {
    const { method = 'GET', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') return notFound(response, 405);
    const url = (request.url ?? '/').split('?')[0] ?? '/';
    send(url, String(headers['accept-encoding'] ?? ''), method === 'HEAD', response).catch(() => notFound(response));
  };
};
