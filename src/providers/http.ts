import { errorFromAnswer, toAppError } from './errors.ts';

/** `fetch` options; `json` is sent as a JSON body. */
export type HttpOptions = { method?: string; headers?: HeadersInit; body?: BodyInit; json?: unknown };
export type HttpAnswer = { status: number; headers: Headers; json: unknown };
export type Http = {
  /** JSON in, JSON out. @throws AppError */
  send: (path: string, options?: HttpOptions) => Promise<HttpAnswer>;
  /** For files: the raw answer. @throws AppError */
  raw: (path: string, options?: HttpOptions) => Promise<Response>;
};

const bodyOf = async (answer: Response): Promise<unknown> => {
  const content = await answer.text();
  try {
    return content === '' ? undefined : JSON.parse(content);
  } catch {
    return undefined;
  }
};

/**
 * The one way from the app to the backend: adds the key and the session's token and turns every failure into an `AppError`.
 * @param token the access token now, or undefined when nobody is signed in
 */
export const createHttp = (from: { url: string; key: string; token: () => Promise<string | undefined>; fetcher?: typeof fetch }): Http => {
  const fetcher = from.fetcher ?? fetch.bind(globalThis);

  const raw = async (path: string, { json, headers, ...options }: HttpOptions = {}): Promise<Response> => {
    const all = new Headers(headers);
    const token = await from.token();
    all.set('apikey', from.key);
    if (token !== undefined) all.set('authorization', `Bearer ${token}`);
    if (json !== undefined) all.set('content-type', 'application/json');
    const body = json === undefined ? options.body : JSON.stringify(json);
    const url = path.startsWith('http') ? path : `${from.url}${path}`;
    const answer = await fetcher(url, { ...options, headers: all, ...(body === undefined ? {} : { body }) }).catch((error: unknown) => {
      throw toAppError(error);
    });
    if (!answer.ok) throw errorFromAnswer(answer.status, await bodyOf(answer));
    return answer;
  };

  return {
    raw,
    send: async (path, options) => {
      const answer = await raw(path, options);
      return { status: answer.status, headers: answer.headers, json: await bodyOf(answer) };
    },
  };
};
