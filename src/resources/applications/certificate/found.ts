import { dateText, wordOf } from '../../../components/values.ts';
import type { CertificateData } from '../../../domain/certificateText.ts';
import { formatPlate } from '../../../domain/plate.ts';
import { translate } from '../../../i18n/translate.ts';

/** What stands in the form now, by name of field. */
export type Typed = (name: string) => unknown;

/** One value that was read: how it is shown, what it puts into the form, and what it would replace there ('' when nothing). */
export type Found = { label: string; shown: string; before: string; values: Record<string, string> };

const label = (name: string): string => translate(`resources.applications.fields.${name}`);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** One field. */
const single = (name: string, value: string | null | undefined, typed: Typed, show: (value: string) => string = (text) => text): Found[] => {
  if (!value) return [];
  const before = textOf(typed(name));
  return [{ label: label(name), shown: show(value), before: before === value || before === '' ? '' : show(before), values: { [name]: value } }];
};

const plateOf = ({ plate }: CertificateData, typed: Typed): Found[] => {
  if (plate === null) return [];
  const values = { plate_area: plate.area, plate_class: plate.class, plate_kana: plate.kana, plate_number: plate.number };
  const before = formatPlate({ area: textOf(typed('plate_area')), class: textOf(typed('plate_class')), kana: textOf(typed('plate_kana')), number: textOf(typed('plate_number')) });
  return [{ label: label('plate'), shown: formatPlate(plate), before: before === formatPlate(plate) ? '' : before, values }];
};

/** What was read, in the order of the form. */
export const foundIn = (data: CertificateData, typed: Typed): Found[] => [
  ...single('vehicle_kind', data.kind, typed, (kind) => wordOf('vehicle_kind', kind)),
  ...plateOf(data, typed),
  ...single('chassis_no', data.chassisNo, typed),
  ...single('inspection_expires_on', data.expiresOn, typed, dateText),
  ...single('certificate_no', data.kind === 'kei' ? data.certificateNo : null, typed),
  ...single('user.name', data.user?.name, typed),
  ...single('user.address_1', data.user?.address_1, typed),
  ...single('user.address_2', data.user?.address_2, typed),
];
