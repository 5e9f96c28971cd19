import { readFileSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';
import { z } from 'zod';
import { repository } from '../functions/deno.ts';

const PROBE_MS = 2000;

type Part = 'ok' | 'down';
type Probes = { sql: postgres.Sql; isDatabaseUp: () => boolean; functionsPort: () => number | undefined };

export const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'))).version;

const within = async (probe: Promise<unknown>): Promise<Part> => {
  const late = new Promise<Part>((resolve) => {
    setTimeout(() => resolve('down'), PROBE_MS).unref();
  });
  const answered = probe.then(
    (): Part => 'ok',
    (): Part => 'down',
  );
  return Promise.race([answered, late]);
};

const functionsProbe = async (port: number | undefined): Promise<void> => {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  if (!answer.ok) throw new Error('not ok');
};

/** `GET /healthz`: 200 when everything answers, otherwise 503 with the part that does not. */
export const health = async ({ sql, isDatabaseUp, functionsPort }: Probes): Promise<Response> => {
  const [database, functions] = await Promise.all([
    isDatabaseUp() ? within(sql`select 1`) : ('down' as const),
    within(functionsProbe(functionsPort())),
  ]);
  const ok = database === 'ok' && functions === 'ok';
  return Response.json({ status: ok ? 'ok' : 'down', database, functions, version }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
