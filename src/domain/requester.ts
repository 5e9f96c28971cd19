import { z } from 'zod';
import { email, phone, postalCode } from './contact.ts';
import { checkbox, optionalField, requiredChoice, requiredField, requiredRef } from './form.ts';
import { ainasOrgId, companyNo, memberCode, requesterCode } from './identifiers.ts';
import { text } from './reader.ts';

/** 事業者 (docs/domain.md §2.12). Accounts are kept apart and come by import. */

export const debitCycles = [6, 27] as const;
/** 本部口座振替 or 支部徴収 (D-28a). */
export const collections = ['head_office', 'branch'] as const;

/** The one mail address reports go to, and 納付明細送付: daily 明細 and monthly 立替実績. What the company changes itself. */
const reportMail = {
  report_email: optionalField(email),
  mail_daily_details: checkbox,
  mail_monthly_advances: checkbox,
};

export const requesterReportMail = z.object(reportMail);

export const requester = z.object({
  code: requiredField(requesterCode),
  name: requiredField(text(100)),
  branch_id: requiredRef,
  postal_code: optionalField(postalCode),
  address: optionalField(text(200)),
  mailing_name: optionalField(text(100)),
  mailing_postal_code: optionalField(postalCode),
  mailing_address: optionalField(text(200)),
  phone: optionalField(phone),
  ainas_org_id: optionalField(ainasOrgId),
  member_code: optionalField(memberCode),
  hotekisho_company_no: optionalField(companyNo),
  agency_company_no: optionalField(companyNo),
  debit_cycle: z.literal(debitCycles, 'required'),
  collection: requiredChoice(collections),
  ...reportMail,
});

export type Requester = z.output<typeof requester>;
