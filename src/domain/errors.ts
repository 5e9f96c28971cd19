/**
 * Every code with which the product refuses something; stable, because scripts and garage software rely on them
 * (docs/contract.md "Errors"). Japanese sentences: `src/i18n/errors.ts`. A test compares these lists with the SQL and the
 * functions, so that none is missing and none is left over.
 */

/** Raised by the database as `PTnnn`, or answered by it for one case of many. */
export const databaseErrorCodes = [
  // who asks, and what for
  'not_signed_in', 'not_allowed', 'not_found', 'field_not_allowed', 'stale_version', 'invalid_items', 'duplicate_item', 'invalid_value', 'too_long', 'reason_required',
  // the status machine
  'unknown_event', 'wrong_status', 'condition_not_met', 'value_required', 'invalid_date', 'date_in_future', 'invalid_amount', 'invalid_format',
  'acceptance_no_taken', 'application_no_taken', 'application_no_is_fixed', 'fee_not_due', 'price_missing', 'status_is_guarded', 'transition_does_not_exist',
  'history_is_append_only',
  // 支部への依頼
  'request_already_asked', 'request_already_answered',
  // drafts, sites, people
  'not_a_draft', 'not_held', 'initial_fields_locked', 'site_is_closed', 'site_needs_confirmation', 'site_has_open_cases', 'one_sign_in_name', 'login_id_taken',
  'invalid_login_id', 'last_administrator',
  // agent data, 連絡カード, files for AINAS
  'certificate_kind_not_usable', 'password_starts_too_early', 'arrival_password_unknown', 'card_open', 'card_closed', 'nothing_to_export',
  // imports
  'import_already_done', 'unsupported_kind', 'too_large', 'wrong_month_refused',
  // money
  'invalid_price', 'price_in_use', 'advance_settled', 'month_not_over', 'month_already_closed', 'previous_month_open', 'payee_report_missing',
  'month_not_closed', 'month_published', 'later_month_closed', 'payee_line_settled', 'case_has_no_such_fee', 'approval_decided', 'approval_expired', 'own_approval',
  // debits
  'no_debit_day', 'nothing_to_debit', 'bank_kana_fault', 'debit_totals_differ', 'debit_batch_settled', 'debit_file_made', 'debit_result_refused', 'receipt_cancelled', 'statement_incomplete',
  // garage software
  'too_many_keys', 'api_key_invalid', 'too_many_requests', 'api_key_person_unavailable', 'idempotency_key_reused',
  // mails
  'mail_is_queued', 'address_not_confirmed', 'confirmation_invalid', 'nothing_to_confirm',
  // reports
  'period_required', 'period_reversed', 'period_too_old', 'period_too_long', 'period_not_over', 'too_many_rows',
] as const;

/** Raised by the functions themselves, before or beside the database. */
export const functionErrorCodes = [
  'invalid_body', 'method_not_allowed', 'unavailable', 'account_disabled', 'password_wrong', 'password_weak', 'password_reused', 'idempotency_key_required',
  // sealed passwords
  'secret_key_missing', 'secret_unreadable',
  // mails
  'mail_not_configured',
] as const;

export type DatabaseErrorCode = (typeof databaseErrorCodes)[number];
export type FunctionErrorCode = (typeof functionErrorCodes)[number];
export type ErrorCode = DatabaseErrorCode | FunctionErrorCode;
