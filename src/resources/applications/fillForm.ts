import type { UseFormSetValue, FieldValues } from 'react-hook-form';

/** What `former_request` answers: values that a former case of a car lends to a new request. */
export type FormerRequest = {
  id: number; request_no: string; application_no: string | null; completed_on: string | null; requested_at: string | null; outcome: string; filing_status: string;
  fields: Record<string, unknown>; user: Record<string, unknown> | null;
};

/** Puts values into the form; blanks leave what was typed. */
export const putValues = (setValue: UseFormSetValue<FieldValues>, values: Record<string, unknown>): void => {
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') setValue(name, value, { shouldDirty: true, shouldTouch: true });
  }
};

/** Values of a former case as a form holds them: blanks are left out. */
export const valuesOfFormer = ({ fields, user }: FormerRequest): Record<string, unknown> => ({
  update_method: 'office', ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)), user: user ?? {},
});

/** Fills the form with a former case; `locked` says whether plate and chassis are taken over too. */
export const fillFromFormer = (setValue: UseFormSetValue<FieldValues>, former: FormerRequest): void => {
  putValues(setValue, former.fields);
  putValues(setValue, Object.fromEntries(Object.entries(former.user ?? {}).map(([name, value]) => [`user.${name}`, value])));
};
