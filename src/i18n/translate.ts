import { ja } from './ja.ts';

export type MessageParams = Record<string, unknown>;

type Tree = { readonly [key: string]: string | Tree };
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every key of the catalogue, so that a missing one does not compile. */
export type MessageKey = Leaves<typeof ja>;

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${prefix}${name}`, value] as [string, string]] : flatten(value, `${prefix}${name}.`));

const messages = new Map(flatten(ja));

export const hasMessage = (key: string): boolean => messages.has(key);
/** Every key with its text as it is written. */
export const catalogue = (): [key: string, text: string][] => [...messages];

const shown = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('ja-JP') : String(value));

/** The text of a key; `%{name}` is replaced, numbers with their thousands separators, unknown names by nothing. */
export const translate = (key: string, params: MessageParams = {}): string =>
  (messages.get(key) ?? key).replaceAll(/%\{(\w+)\}/g, (_, name: string) => (params[name] === undefined || params[name] === null ? '' : shown(params[name])));

/** The typed form for screens: `t('auth.sign_in')`. There is one language, so no hook is needed. */
export const t = (key: MessageKey, params?: MessageParams): string => translate(key, params);
