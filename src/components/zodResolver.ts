import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { ZodType } from 'zod';
import { validation } from '../i18n/validation.ts';

const messages = new Map(Object.entries(validation));

/**
 * A zod schema of `src/domain` as react-hook-form's resolver: the first problem of each field, in Japanese.
 * A schema's message is a validation code; zod's own problems (a missing field) read as `required`.
 */
export const zodResolver = <Values extends FieldValues>(schema: ZodType): Resolver<Values> => async (values) => {
  const result = await schema.safeParseAsync(values);
  if (result.success) return { values: result.data as Values, errors: {} };
  const errors: Record<string, unknown> = {};
  for (const { path, message } of result.error.issues) {
    let at = errors;
    for (const name of path.slice(0, -1)) at = (at[String(name)] ??= {}) as Record<string, unknown>;
    at[String(path.at(-1) ?? 'root')] ??= { type: 'validate', message: messages.get(message) ?? validation.required };
  }
  return { values: {}, errors: errors as FieldErrors<Values> };
};
