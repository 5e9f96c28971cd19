type Codec = { to: number; from: number[]; serialize: (value: unknown) => string; parse: (value: string) => unknown };

const codec = (oid: number, parse: (value: string) => unknown): Codec => ({ to: oid, from: [oid], serialize: String, parse });

const json = (text: string): unknown => {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

const iso = (text: string): string =>
  text.endsWith('infinity') ? text : text.replace(' ', 'T').replace(/(?<zone>[+-]\d\d)$/, '$<zone>:00');

/**
 * The library writes objects and lists as JSON before the driver sees them; written once more, a `jsonb` argument would
 * arrive as a JSON string. Any other text is a value still to be written.
 */
const written = (value: unknown): string => (typeof value === 'string' && /^\s*[[{]/.test(value) ? value : JSON.stringify(value));
const jsonCodec = (oid: number): Codec => ({ to: oid, from: [oid], serialize: written, parse: JSON.parse });

/**
 * How values enter and leave the Data API. The library gives numerics with trailing zeros as strings and timestamps as
 * PostgreSQL prints them; PostgREST gives JSON numbers and ISO 8601.
 */
export const types = {
  json: jsonCodec(114),
  jsonb: jsonCodec(3802),
  numeric: codec(1700, json),
  timestamp: codec(1114, iso),
  timestamptz: codec(1184, iso),
};
