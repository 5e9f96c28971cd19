import { z } from 'zod';
import { certificateNo } from './certificateNo.ts';
import { chassisNo } from './chassis.ts';
import { day } from './dateText.ts';
import { checkbox, issueAt, optionalChoice, optionalField, requiredChoice, requiredField, requiredRef } from './form.ts';
import { recordAgentNo } from './identifiers.ts';
import { plateArea, plateClass, plateKana, plateNumber } from './plate.ts';
import { text } from './reader.ts';
import { checkVehicleUserComplete, type VehicleUser, vehicleUser } from './vehicleUser.ts';

/** 依頼データ of both kinds, under the column names of `applications` (docs/domain.md §2.5–2.9). */

export const vehicleKinds = ['registered', 'kei'] as const;
export const receiptBy = ['agent', 'requester'] as const;
/** 電子車検証更新区分 (§2.8). */
export const updateMethods = ['office', 'agent', 'requester', 'agent_specific', 'requester_specific'] as const;

/** 委任状種別 of an 電子委任状: made on the ministry's portal (F-31), or one for a 公用車 free of fees (§8.4). 登録車 only. */
export const mandateKinds = ['portal', 'public_vehicle'] as const;

/** The two 「(申請個別指定)」 values carry a 委託番号 of their own. */
export const needsRecordAgentNo = (method: string | null | undefined): boolean =>
  method === 'agent_specific' || method === 'requester_specific';

/** 初期登録: never corrected after the first save. */
export const registrationFields = {
  vehicle_kind: requiredChoice(vehicleKinds),
  plate_area: optionalField(plateArea),
  plate_class: optionalField(plateClass),
  plate_kana: requiredField(plateKana),
  plate_number: requiredField(plateNumber),
  small_plate: checkbox,
  no_plate_class: checkbox,
  chassis_no: requiredField(chassisNo),
  re_stamped: checkbox,
  site_id: requiredRef,
  agent_branch_id: requiredRef,
};

/** 自動車及び諸条件. Free texts are for the garage and its agent and are not part of the application. */
export const conditionFields = {
  cashless: checkbox,
  certificate_period: optionalField(text(40)),
  shortening_allowed: checkbox,
  parking_fine_receipt: checkbox,
  planned_on: optionalField(day),
  receipt_by: optionalChoice(receiptBy),
  update_method: requiredChoice(updateMethods),
  record_agent_no: optionalField(recordAgentNo),
  certificate_no: optionalField(certificateNo),
  account_ref: optionalField(text(40)),
  option_code: optionalField(text(40)),
  custom_1: optionalField(text(100)),
  custom_2: optionalField(text(100)),
  custom_3: optionalField(text(100)),
  custom_4: optionalField(text(100)),
  custom_5: optionalField(text(100)),
  memo: optionalField(text(1000)),
  inspection_expires_on: optionalField(day),
  inspected_on: optionalField(day),
  liability_ends_on: optionalField(day),
  hotekisho_ready: checkbox,
  liability_ready: checkbox,
  mandate_kind: optionalChoice(mandateKinds),
  mandate_on: optionalField(day),
  inspection_fee_waived: checkbox,
  tech_fee_waived: checkbox,
};

const registration = z.object(registrationFields);
const conditions = z.object(conditionFields);
type Registration = Omit<z.output<typeof registration>, 'site_id' | 'agent_branch_id'>;
type Conditions = z.output<typeof conditions>;
type Kind = Registration['vehicle_kind'];

export const checkRegistration = (value: Registration, context: z.RefinementCtx): void => {
  const kei = value.vehicle_kind === 'kei';
  if (!kei && value.small_plate) issueAt(context, 'small_plate', 'not_for_registered');
  if (!kei && value.no_plate_class) issueAt(context, 'no_plate_class', 'not_for_registered');
  if (value.plate_area === null) issueAt(context, 'plate_area', 'required');
  if (value.no_plate_class && value.plate_class !== null) issueAt(context, 'plate_class', 'plate_class_not_allowed');
  if (!value.no_plate_class && value.plate_class === null) issueAt(context, 'plate_class', 'required');
};

const keiOnly = ['receipt_by', 'certificate_no', 'account_ref'] as const;
const registeredOnly = ['certificate_period', 'mandate_kind', 'mandate_on'] as const;

export const checkConditions = (value: Conditions, kind: Kind, context: z.RefinementCtx): void => {
  if (kind === 'kei' && value.cashless) issueAt(context, 'cashless', 'not_for_kei');
  if (kind === 'kei')
    for (const field of registeredOnly) if (value[field] !== null) issueAt(context, field, 'not_for_kei');
  if (kind === 'registered')
    for (const field of keiOnly) if (value[field] !== null) issueAt(context, field, 'not_for_registered');
  if (needsRecordAgentNo(value.update_method) && value.record_agent_no === null)
    issueAt(context, 'record_agent_no', 'record_agent_no_required');
};

/** Not sent: a number left over from another 更新区分, an exemption without the 電子委任状 of a 公用車 (§8.4). */
export const dropUnused = <T extends Conditions>(value: T): T => ({
  ...value,
  ...(needsRecordAgentNo(value.update_method) ? {} : { record_agent_no: null }),
  ...(value.mandate_kind === 'public_vehicle' ? {} : { inspection_fee_waived: false, tech_fee_waived: false }),
});

/** 依頼データ初期登録 alone. */
export const applicationRegistration = registration.superRefine(checkRegistration);

/** 依頼データ更新 without 送信: everything but the locked fields. The kind is the case's and cannot be chosen. */
export const applicationUpdate = (kind: Kind) =>
  z
    .object({ ...conditionFields, user: vehicleUser })
    .superRefine((value, context) => checkConditions(value, kind, context))
    .transform(dropUnused);

type Sendable = Pick<Registration, 'vehicle_kind'> & Pick<Conditions, 'certificate_period' | 'receipt_by'> & { user: VehicleUser };

const whole = z.object({ ...registrationFields, ...conditionFields, user: vehicleUser });

/** A request as first saved, 依頼前: locked fields are complete, the rest may still be missing. */
export const applicationDraft = whole
  .superRefine((value, context) => {
    checkRegistration(value, context);
    checkConditions(value, value.vehicle_kind, context);
  })
  .transform(dropUnused);

/** The condition that each kind must have chosen before 送信, while it is missing. */
export const missingCondition = (value: { vehicle_kind: Kind; certificate_period?: unknown; receipt_by?: unknown }): 'certificate_period' | 'receipt_by' | null => {
  const field = value.vehicle_kind === 'kei' ? 'receipt_by' : 'certificate_period';
  return (value[field] ?? null) === null ? field : null;
};

/** What 送信 asks for beyond a draft. */
export const checkSendable = (value: Sendable, context: z.RefinementCtx): void => {
  const missing = missingCondition(value);
  if (missing !== null) issueAt(context, missing, 'required');
  checkVehicleUserComplete(value.user, value.vehicle_kind, {
    ...context,
    addIssue: (issue) => context.addIssue(typeof issue === 'string' ? issue : { ...issue, path: ['user', ...(issue.path ?? [])] }),
  });
};

/** A request with 送信 ticked: all that OSS will ask for. Scope, hours and contract are the database's. */
export const applicationToSend = applicationDraft.pipe(
  z.custom<z.output<typeof applicationDraft>>().superRefine(checkSendable),
);

export type ApplicationDraft = z.output<typeof applicationDraft>;
export type ApplicationInput = z.input<typeof applicationDraft>;
