import { z } from 'zod';
import { day } from './dateText.ts';
import { checkbox, issueAt, optionalField, optionalRef, requiredChoice, requiredField } from './form.ts';
import { shaped, text } from './reader.ts';

/** お知らせ (docs/domain.md §7). */

export const audiences = ['all', 'registered', 'kei'] as const;

const fields = z.object({
  posted_on: requiredField(day),
  ends_on: optionalField(day),
  important: checkbox,
  audience: requiredChoice(audiences),
  title: requiredField(text(120)),
  body: requiredField(text(4000)),
  link: optionalField(shaped(/^https?:\/\/\S+$/)),
});

const check = (notice: { posted_on: string; ends_on: string | null }, context: z.RefinementCtx): void => {
  if (notice.ends_on !== null && notice.ends_on < notice.posted_on) issueAt(context, 'ends_on', 'invalid_date');
};

/** Of a branch: to its own people and companies, never public. */
export const branchNotice = fields.superRefine(check);

/** Of head office. Once posted, the branch it is for stays (`branch_id` is written at posting only). */
export const headOfficeNotice = fields.extend({ is_public: checkbox }).superRefine(check);
export const newHeadOfficeNotice = fields.extend({ is_public: checkbox, branch_id: optionalRef }).superRefine(check);
