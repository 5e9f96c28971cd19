import { z } from 'zod';
import { updateMethods, vehicleKinds, receiptBy } from './application.ts';
import { optionalChoice, optionalField, optionalRef, checkbox, requiredField } from './form.ts';
import { recordAgentNo } from './identifiers.ts';
import { text } from './reader.ts';

const values = z.object({
  cashless: z.boolean().nullish(),
  certificate_period: optionalField(text(40)),
  shortening_allowed: z.boolean().nullish(),
  parking_fine_receipt: z.boolean().nullish(),
  receipt_by: optionalChoice(receiptBy),
  update_method: optionalChoice(updateMethods),
  record_agent_no: optionalField(recordAgentNo),
  account_ref: optionalField(text(40)),
  option_code: optionalField(text(40)),
  custom_1: optionalField(text(100)),
  custom_2: optionalField(text(100)),
  custom_3: optionalField(text(100)),
  custom_4: optionalField(text(100)),
  custom_5: optionalField(text(100)),
  memo: optionalField(text(1000)),
});

/** 申請テンプレート: only what is filled in is kept and later put into a form. */
export const applicationTemplate = z.object({
  name: requiredField(text(40)),
  site_id: optionalRef,
  vehicle_kind: optionalChoice(vehicleKinds),
  is_default: checkbox,
  values: values.transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== false))),
});
