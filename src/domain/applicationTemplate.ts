import { z } from 'zod';
import { conditionFields, updateMethods, vehicleKinds } from './application.ts';
import { optionalChoice, optionalRef, checkbox, requiredField } from './form.ts';
import { text } from './reader.ts';

// Ticks may be left open here, and nobody is made to choose 更新区分; the rest reads as in the request itself.
const { certificate_period, receipt_by, record_agent_no, account_ref, option_code, custom_1, custom_2, custom_3, custom_4, custom_5, memo } = conditionFields;
const tick = z.boolean().nullish();

const values = z.object({
  cashless: tick, shortening_allowed: tick, parking_fine_receipt: tick, update_method: optionalChoice(updateMethods),
  certificate_period, receipt_by, record_agent_no, account_ref, option_code, custom_1, custom_2, custom_3, custom_4, custom_5, memo,
});

/** 申請テンプレート: only what is filled in is kept and later put into a form. */
export const applicationTemplate = z.object({
  name: requiredField(text(40)),
  site_id: optionalRef,
  vehicle_kind: optionalChoice(vehicleKinds),
  is_default: checkbox,
  values: values.transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== false))),
});
