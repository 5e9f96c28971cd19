import type { UseFormSetValue, FieldValues } from 'react-hook-form';
import type { CertificateData } from '../../domain/certificateText.ts';

/** What `former_request` answers: values that a former case of a car lends to a new request. */
export type FormerRequest = {
  id: number; request_no: string; application_no: string | null; completed_on: string | null; requested_at: string | null; outcome: string; filing_status: string;
  fields: Record<string, unknown>; user: Record<string, unknown> | null;
};

const put = (setValue: UseFormSetValue<FieldValues>, values: Record<string, unknown>): void => {
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
  put(setValue, former.fields);
  put(setValue, Object.fromEntries(Object.entries(former.user ?? {}).map(([name, value]) => [`user.${name}`, value])));
};

/** Fills the form with what was read from a 車検証; what was not read stays as it was typed. */
export const fillFromCertificate = (setValue: UseFormSetValue<FieldValues>, { kind, plate, chassisNo, expiresOn, certificateNo, user }: CertificateData): void => {
  put(setValue, { vehicle_kind: kind, chassis_no: chassisNo, inspection_expires_on: expiresOn, ...(kind === 'kei' ? { certificate_no: certificateNo } : {}) });
  if (plate !== null) put(setValue, { plate_area: plate.area, plate_class: plate.class, plate_kana: plate.kana, plate_number: plate.number });
  if (user !== null) put(setValue, { 'user.name': user.name, 'user.address_1': user.address_1, 'user.address_2': user.address_2 });
};
