/**
 * What SQL may say of a row of an import file, beside the `ValidationCode` of a cell: why it was refused, or what people
 * should look at although it was taken. Raised in `supabase/migrations/*_import_*.sql`; sentences in `src/i18n/imports.ts`.
 */
export const rowCodes = [
  'unknown_requester',
  'unknown_site',
  'unknown_branch',
  'other_branch',
  'application_no_conflict',
  'duplicate_in_file',
  'ainas_org_id_taken',
  'site_closed',
  'unknown_status',
  'superseded_in_file',
  'needs_review',
  'completed_without_date',
  'advance_exists',
  'home_branch_changes',
  'area_branch_changes',
  'payee_line_unattributed',
  'payee_line_duplicate',
  'wrong_month',
  'other_debit_date',
  'debit_result_twice',
  'other_consignor',
  'not_in_debit_file',
  'debit_line_twice',
  'debit_amount_differs',
  'debit_account_differs',
  'unknown_result_code',
  'debit_total_differs',
  'debit_lines_missing',
  'open_case_exists',
] as const;

/** One of `rowCodes`. */
export type RowCode = (typeof rowCodes)[number];
