import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFiles } from './files.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'files-'));
const server = http.createServer(serveFiles(root));
let origin = '';

beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'));
  writeFileSync(path.join(root, 'index.html'), '<title>start</title>');
  writeFileSync(path.join(root, 'assets', 'main-abc.js'), `export const text = '${'あ'.repeat(2000)}';`);
  writeFileSync(path.join(root, '.sources'), 'secret');
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => fetch(`${origin}${url}`, { headers });

describe('serveFiles', () => {
  it.each(['/', '/applications/12/show', '/?page=2'])('answers %s with the start page, which is asked for each time', async (url) => {
    const answer = await get(url);
    expect(await answer.text()).toContain('start');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets browsers keep what has a hash in its name', async () => {
    expect((await get('/assets/main-abc.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['', null],
  ])('compresses for %s as %s', async (accepted, encoding) => {
    const answer = await get('/assets/main-abc.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.text()).toContain('ああ');
  });

  it.each(['/assets/old-123.js', '/assets/../../etc/passwd.js'])('does not answer %s with a page', async (url) => {
    const answer = await get(url);
    expect(answer.headers.get('content-type')).not.toContain('javascript');
  });

  it.each(['/.sources', '/%2e%2e/%2e%2e/etc/passwd', '/%E0%A4%A'])('gives nothing of %s away', async (url) => {
    const text = await (await get(url)).text();
    expect(text).not.toMatch(/secret|root:/);
  });

  it('refuses to be written to', async () => {
    expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
  });
});
