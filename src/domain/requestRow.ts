import { z } from 'zod';
import {
  checkConditions, checkRegistration, checkSendable, conditionFields, dropUnused, registrationFields,
} from './application.ts';
import type { ValidationCode } from './codes.ts';
import { checkbox, requiredField } from './form.ts';
import { siteCode } from './identifiers.ts';
import { vehicleUser } from './vehicleUser.ts';

/**
 * 依頼データ as it comes from outside, from garage software or a file: the fields of the form, the 拠点 by its code, and
 * `send` for 送信. 代理人 is not among them: the database takes the branch of the site's area.
 */
const { site_id: _site, agent_branch_id: _agent, ...registration } = registrationFields;

/** Nothing known of the 使用者 yet. */
const nobody = vehicleUser.parse({});

const row = z
  .strictObject({ ...registration, ...conditionFields, site_code: requiredField(siteCode), send: checkbox, user: z.strictObject(vehicleUser.shape).nullish() })
  .superRefine((value, context) => {
    checkRegistration(value, context);
    checkConditions(value, value.vehicle_kind, context);
    if (value.send) checkSendable({ ...value, user: value.user ?? nobody }, context);
  })
  .transform((value) => dropUnused({ ...value, user: value.user ?? nobody }));

/** What `take_request` of the database works with: columns in `fields`. */
export type RequestRow = { site_code: string; send: boolean; fields: Record<string, unknown> };

/** One thing wrong with a row: `field` as in the row (`user.name`), `code` one of `ValidationCode` or `field_not_allowed`. */
export type RequestError = { field: string; code: ValidationCode | 'field_not_allowed' };

const errorsOf = (issues: z.core.$ZodIssue[]): RequestError[] =>
  issues.flatMap((issue): RequestError[] => {
    const at = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: at === '' ? key : `${at}.${key}`, code: 'field_not_allowed' }));
    // Messages of our own schemas are codes; those of the library are sentences, for values of a wrong type.
    return [{ field: at, code: /^[a-z_\d]+$/.test(issue.message) ? (issue.message as ValidationCode) : 'invalid_value' }];
  });

/** Reads one row, normalised; every wrong field is named. */
export const readRequestRow = (value: unknown): { row: RequestRow } | { errors: RequestError[] } => {
  const { success, data, error } = row.safeParse(value);
  if (!success) return { errors: errorsOf(error.issues) };
  const { site_code, send, ...fields } = data;
  return { row: { site_code, send, fields } };
};
