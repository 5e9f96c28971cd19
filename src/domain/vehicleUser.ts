import { z } from 'zod';
import { address1 } from './contact.ts';
import { issueAt, optionalChoice, optionalField } from './form.ts';
import type { VehicleKind } from './plate.ts';
import { fullWidth } from './text.ts';

/** 使用者 as on the certificate (docs/domain.md §2.6). Personal data: never in a report, mail or log (D-30). */

export const ownerships = ['individual', 'corporate'] as const;

/** What may be saved while the request is still 依頼前: everything may be missing, nothing may be malformed. */
export const vehicleUser = z.object({
  ownership: optionalChoice(ownerships),
  name: optionalField(fullWidth(60)),
  representative: optionalField(fullWidth(60)),
  address_1: optionalField(address1),
  address_2: optionalField(fullWidth(100)),
});

export type VehicleUser = z.output<typeof vehicleUser>;

/** Reports what 送信 needs of the 使用者: name and 住所1, for 登録車 名義 too. */
export const checkVehicleUserComplete = (user: VehicleUser, kind: VehicleKind, context: z.RefinementCtx): void => {
  if (user.name === null) issueAt(context, 'name', 'required');
  if (user.address_1 === null) issueAt(context, 'address_1', 'required');
  if (kind === 'registered' && user.ownership === null) issueAt(context, 'ownership', 'required');
};
