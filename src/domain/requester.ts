import { z } from 'zod';
import { email, phone, postalCode } from './contact.ts';
import { checkbox, optionalField, requiredChoice, requiredField, requiredRef } from './form.ts';
import { ainasOrgId, companyNo, memberCode, requesterCode } from './identifiers.ts';
import { text } from './reader.ts';

/** 事業者 (docs/domain.md §2.12). Accounts are kept apart and come by import. */

export const debitCycles = [6, 27] as const;
/** 本部口座振替 or 支部徴収 (D-28a). */
export const collections = ['head_office', 'branch'] as const;
/** 代理申請システムへの登録進捗状況 in the order of docs/domain.md §6.3; only 登録完了 is the manual's own word. */
export const onboardingStatuses = [
  'received', 'incomplete', 'sent', 'ainas_pending', 'registered', 'sites_ready', 'account_pending', 'in_use', 'changing', 'left',
] as const;
/** 退会 (`left`) blocks 送信 (docs/domain.md §6.4). */
export const contractStatuses = ['active', 'suspended', 'left'] as const;

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
  ainas_email: optionalField(email),
  debit_cycle: z.literal(debitCycles, 'required'),
  collection: requiredChoice(collections),
  onboarding_status: requiredChoice(onboardingStatuses),
  contract_status: requiredChoice(contractStatuses),
  ...reportMail,
});

/** What a branch enters for a new company: 所属 is the branch itself. */
export const newRequesterOfBranch = requester.omit({ branch_id: true });
/** What a branch may change: the code is fixed, and 所属 is head office's to change (D-8a). */
export const requesterOfBranch = requester.omit({ branch_id: true, code: true });

export type Requester = z.output<typeof requester>;
