import { AppError } from './errors.ts';

/** Where the backend is. Served by the host of the app as `/config.json`, so that one build serves every environment. */
export type Config = { supabaseUrl: string; supabaseKey: string };

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/**
 * Reads `/config.json` (docs: contract "GET /config.json").
 * @throws AppError `config_unreachable` or `config_missing` (details: the name that is missing)
 */
export const loadConfig = async (fetcher: typeof fetch = fetch): Promise<Config> => {
  const answer = await fetcher('/config.json', { cache: 'no-cache' }).catch(() => undefined);
  const body: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  if (body === null || typeof body !== 'object') throw new AppError({ code: 'config_unreachable' });
  for (const name of ['supabaseUrl', 'supabaseKey']) {
    if (!isFilled(Reflect.get(body, name))) throw new AppError({ code: 'config_missing', details: name });
  }
  const { supabaseUrl, supabaseKey } = body as Config;
  return { supabaseUrl: supabaseUrl.replace(/\/+$/, ''), supabaseKey };
};
