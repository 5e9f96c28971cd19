import { z } from 'zod';
import { email, phone, postalCode } from './contact.ts';
import { optionalField, requiredField } from './form.ts';
import { branchCode } from './identifiers.ts';
import { text } from './reader.ts';

/** 支部. */

const contacts = {
  postal_code: optionalField(postalCode),
  address: optionalField(text(200)),
  phone: optionalField(phone),
  email: optionalField(email),
};

/** What a branch may change of itself. */
export const branchContacts = z.object(contacts);

/** What head office may change. `office` is 事業場管轄運輸支局等. */
export const branch = z.object({
  code: requiredField(branchCode),
  name: requiredField(text(60)),
  region: requiredField(text(20)),
  office: requiredField(text(60)),
  ...contacts,
});

export type Branch = z.output<typeof branch>;
