import { formatPlate, type VehicleKind } from '../domain/plate.ts';
import { t, translate } from '../i18n/translate.ts';

type CaseHit = {
  id: number; request_no: string; application_no: string | null; acceptance_no: string | null; vehicle_kind: VehicleKind; filing_status: string; oss_status: string | null;
  plate_area: string | null; plate_class: string | null; plate_kana: string | null; plate_number: string | null; chassis_no: string; requester_name: string; site_name: string; matched: string;
};
type CompanyHit = { id: number; code: string; name: string };
type SiteHit = { id: number; code: string; name: string; requester_name: string };
/** What rpc `find_anything` answers. */
export type FindAnswer = { applications: CaseHit[]; requesters: CompanyHit[]; sites: SiteHit[]; broad: boolean };

/** A line of the dialog, and what is kept of it among the recent ones. */
export type Hit = { key: string; kind: 'applications' | 'requesters' | 'sites'; to: string; title: string; sub: string };

const matchedText = (hit: CaseHit): string => {
  const value: Partial<Record<string, string | null>> = { application_no: hit.application_no, request_no: hit.request_no, acceptance_no: hit.acceptance_no, chassis_no: hit.chassis_no };
  const label = translate(`find.matched.${hit.matched}`);
  return value[hit.matched] ? `${label} ${value[hit.matched]}` : label;
};

const caseHit = (hit: CaseHit): Hit => {
  const plate = formatPlate({ area: hit.plate_area ?? '', class: hit.plate_class ?? '', kana: hit.plate_kana ?? '', number: hit.plate_number ?? '' });
  const sub = [matchedText(hit), hit.requester_name, hit.site_name].join('　');
  return { key: `applications/${hit.id}`, kind: 'applications', to: `/applications/${hit.id}/show`, title: `${plate || t('find.matched.chassis_no')}　${hit.chassis_no}`, sub };
};

/** Hits of every kind as lines, in the order in which they are shown. */
export const hitsOf = (answer: FindAnswer): Hit[] => [
  ...answer.applications.map(caseHit),
  ...answer.requesters.map(({ id, code, name }): Hit => ({ key: `requesters/${id}`, kind: 'requesters', to: `/requesters/${id}/show`, title: name, sub: code })),
  ...answer.sites.map(({ id, code, name, requester_name: company }): Hit => ({ key: `sites/${id}`, kind: 'sites', to: `/sites/${id}/show`, title: name, sub: `${code}　${company}` })),
];
