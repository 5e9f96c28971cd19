/**
 * Runs in Deno: one process that serves every `<folder>/<name>/index.ts` with `export default { fetch }`, as hosted
 * Supabase serves them, each loaded when it is first called. Arguments: the folder and the port.
 */
type Handler = { default: { fetch: (request: Request) => Response | Promise<Response> } };

declare const Deno: {
  args: string[];
  exit: (code?: number) => never;
  stat: (path: string) => Promise<unknown>;
  stdin: { readable: ReadableStream<Uint8Array> };
  serve: (options: { hostname: string; port: number; onListen: () => void }, handler: (request: Request) => Promise<Response>) => unknown;
};

// The parent holds the other end; when it is gone, killed or not, this process has nothing left to do.
void Deno.stdin.readable.pipeTo(new WritableStream()).finally(() => Deno.exit());

const [folder = '', port = ''] = Deno.args;
const loaded = new Map<string, Promise<Handler>>();

const problem = (status: number, code: string, message: string): Response => Response.json({ code, message, details: null }, { status });
const missing = (): Response => problem(404, 'not_found', 'Requested function was not found');

const load = async (name: string): Promise<Handler | undefined> => {
  const file = `${folder}/${name}/index.ts`;
  if (!loaded.has(name)) {
    const exists = await Deno.stat(file).then(
      () => true,
      () => false,
    );
    if (!exists) return undefined;
    const module = import(`file://${file}`) as Promise<Handler>;
    loaded.set(name, module);
    // A module that failed to load is tried again with the next call.
    module.catch(() => loaded.delete(name));
  }
  return loaded.get(name);
};

const serve = async (request: Request): Promise<Response> => {
  const url = new URL(request.url);
  if (url.pathname === '/healthz') return new Response('ok');
  const name = /^\/functions\/v1\/(?<name>[a-z][\w-]*)/.exec(url.pathname)?.groups?.name;
  if (!name) return missing();
  try {
    const handler = await load(name);
    if (!handler) return missing();
    const path = url.pathname.replace('/functions/v1', '') + url.search;
    return await handler.default.fetch(new Request(url.origin + path, request));
  } catch (cause) {
    console.error(`[${name}]`, cause);
    return problem(500, 'function_failed', 'Function exited due to an error');
  }
};

Deno.serve({ hostname: '127.0.0.1', port: Number(port), onListen: () => console.log('READY') }, serve);
