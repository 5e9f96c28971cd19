/**
 * Every way a typed or imported value can be wrong. Sentences for people: `src/i18n/validation.ts`.
 * SQL adds look-up codes of its own (`unknown_requester`, …); those are not judged here.
 */
export const validationCodes = [
  'required',
  'too_long',
  'invalid_format',
  'invalid_value',
  'invalid_date',
  'invalid_month',
  'invalid_amount',
  'invalid_count',
  'invalid_email',
  'invalid_phone',
  'invalid_postal_code',
  'not_full_width',
  'not_half_width_alphanumeric',
  'not_jis_x_0208',
  'no_symbols_allowed',
  'prefecture_missing',
  'invalid_bank_kana',
  'invalid_account_number',
  'japan_post_number',
  'too_many_columns',
  'invalid_plate_area',
  'invalid_plate_class',
  'invalid_plate_kana',
  'invalid_plate_number',
  'plate_class_not_allowed',
  'invalid_chassis_no',
  'invalid_requester_code',
  'invalid_member_code',
  'invalid_branch_code',
  'invalid_site_code',
  'invalid_record_agent_no',
  'record_agent_no_required',
  'invalid_certificate_no',
  'invalid_application_no',
  'invalid_acceptance_no',
  'invalid_login_id',
  'one_sign_in_name',
  'password_length',
  'password_half_width',
  'password_three_kinds',
  'password_is_login_id',
  'passwords_differ',
  'not_for_kei',
  'not_for_registered',
  'site_required',
  'site_not_allowed',
] as const;

/** One of `validationCodes`. */
export type ValidationCode = (typeof validationCodes)[number];

/** Why a file as a whole cannot be read; `details` of `ImportFileError` say more. */
export const fileErrorCodes = [
  'empty_file',
  'binary_file',
  'unsupported_file',
  'unknown_encoding',
  'broken_quotes',
  'broken_workbook',
  'missing_columns',
  'duplicate_columns',
  'not_bank_file',
  'too_large',
] as const;

/** One of `fileErrorCodes`. */
export type FileErrorCode = (typeof fileErrorCodes)[number];
