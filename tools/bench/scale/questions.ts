import type postgres from 'postgres';
import { findQueryOf } from '../../../src/layout/findQuery.ts';
import { formatPlate } from '../../../src/domain/plate.ts';
import type { Person, Title } from './people.ts';
import { beyondSql, countSql, deepSql, type Filter, listSql, literal, oneSql, rowsSql } from './statements.ts';

/** One thing the app asks the database. `limit` in ms; `walks`: its plan may pass over the newest of the person's own cases. */
export type Question = { group: Group; name: string; statement: string; limit: number; walks?: boolean };
export type Group = 'list' | 'deep' | 'search' | 'one' | 'count' | 'month' | 'work' | 'find' | 'bulk';

/** A case of the person's own to look for. */
export type Sample = {
  id: string; page: string[]; application_no: string; acceptance_no: string; request_no: string; chassis_no: string; requester_id: number; site_id: number;
  plate_area: string; plate_class: string; plate_kana: string; plate_number: string;
};

export const readSample = async (sql: postgres.Sql, { scope }: Person): Promise<Sample> => {
  const [row] = await sql.unsafe<Sample[]>(`
    select id::text, array(select p.id::text from public.applications p where ${scope.replaceAll('a.', 'p.')} order by p.requested_at desc, p.id desc offset 300 limit 20) as page, application_no, acceptance_no, request_no, chassis_no, requester_id, site_id, plate_area, plate_class, plate_kana, plate_number
    from public.applications a where ${scope} and oss_status = 'issued' and acceptance_no is not null order by requested_at desc, id desc offset 300 limit 1`);
  if (!row) throw new Error('there are too few cases: fill the data folder with `npm run seed` first');
  return row;
};

const LAST_PAGE = 400;
const ONE_PAGE = 10;

/** A filter that every row of the newest day refuses, or that is rare in a company, walks what is the person's own: longer than one page. */
const WALK = 60;

const lists = (title: Title, person: Person): Question[] => {
  const month = { requested_at: { from: `${person.me.today.slice(0, 8)}01`, to: null } };
  // what has no index an office may ask within a window alone (providers/resources.ts)
  const within = title === 'hq' || title === 'branch' ? month : {};
  const garage = title === 'company' || title === 'site' ? WALK : ONE_PAGE;
  const filters: [string, Filter, number][] = [
    ['newest', title === 'hq' ? month : {}, ONE_PAGE], ['all time', {}, ONE_PAGE], ['軽', { vehicle_kind: 'kei' }, ONE_PAGE], ['軽, this month', { vehicle_kind: 'kei', ...month }, ONE_PAGE],
    ['手続完了', { filing_status: ['completed'] }, WALK], ['交付完了', { oss_status: ['issued'] }, WALK], ['依頼済', { filing_status: ['requested'] }, garage],
    ['中断中', { filing_status: ['suspended'] }, garage], ['重量税納付待ち and 補正要求', { oss_status: ['weight_tax_due', 'correction_requested'] }, WALK],
    ['cashless', { cashless: true, ...within }, ONE_PAGE], ['却下', { outcome: ['rejected'], ...within }, garage], ['要確認', { needs_review: true }, garage],
    ['completed this month', { completed_on: { from: `${person.me.today.slice(0, 8)}01`, to: null } }, title === 'hq' ? 2 * WALK : WALK],
    ...(title === 'branch' ? [['its companies', { tab: 'home' }, ONE_PAGE], ['its companies, 交付完了', { tab: 'home', oss_status: ['issued'] }, WALK]] as [string, Filter, number][] : []),
  ];
  return filters.flatMap(([name, filter, limit]) => [
    { group: 'list', name: `list, ${name}`, statement: listSql(person, filter), limit, walks: limit > ONE_PAGE },
    { group: 'deep', name: `list, ${name}, page ${LAST_PAGE}`, statement: deepSql(person, filter, LAST_PAGE), limit: 2 * WALK, walks: true },
  ] satisfies Question[]);
};

const plateOf = ({ plate_area: area, plate_class: cls, plate_kana: kana, plate_number: number }: Sample): string => formatPlate({ area, class: cls, kana, number });

const searches = (title: Title, person: Person, sample: Sample): Question[] => {
  const filters: [string, Filter][] = [
    ['車台番号, a prefix', { chassis_no: sample.chassis_no.slice(0, -2) }], ['車台番号, a short prefix', { chassis_no: sample.chassis_no.slice(0, 5) }],
    ['登録番号', { plate: plateOf(sample) }], ['登録番号, its digits alone', { plate: sample.plate_number }],
    ['申請ID', { application_no: sample.application_no }], ['受付番号', { acceptance_no: sample.acceptance_no }], ['依頼番号', { request_no: sample.request_no }],
    ['事業場', { site_id: sample.site_id }], ...(title === 'hq' || title === 'branch' ? [['事業者', { requester_id: sample.requester_id }]] as [string, Filter][] : []),
  ];
  return filters.map(([name, filter]) => ({ group: 'search', name: `search, ${name}`, statement: listSql(person, filter), limit: ONE_PAGE }));
};

const counts = (title: Title, person: Person): Question[] => {
  const month = { requested_at: { from: `${person.me.today.slice(0, 8)}01`, to: null } };
  if (title === 'hq') {
    return [
      { group: 'count', name: 'count, this month', statement: countSql(person, month), limit: 60 },
      { group: 'count', name: 'count, 交付完了 this month', statement: countSql(person, { ...month, oss_status: ['issued'] }), limit: 60 },
      { group: 'count', name: 'whether there are over 10,000', statement: beyondSql(person, {}), limit: 60 },
    ];
  }
  return [
    { group: 'count', name: 'count, everything', statement: countSql(person, {}), limit: 300 },
    { group: 'count', name: 'count, 交付完了', statement: countSql(person, { oss_status: ['issued'] }), limit: 300 },
    { group: 'count', name: 'count, 依頼済', statement: countSql(person, { filing_status: ['requested'] }), limit: 300 },
    { group: 'count', name: 'count, this month', statement: countSql(person, month), limit: 60 },
  ];
};

const call = (name: string, limit: number, statement: string, group: Group = 'work'): Question => ({ group, name, statement: `select ${statement}`, limit });

const months = (title: Title, { me, scope }: Person): Question[] => {
  const month = `${me.today.slice(0, 8)}01`;
  const before = `(date ${literal(month)} - interval '1 month')::date`;
  const perCompany = `select u.requester_id, sum(u.completed) from public.usage_monthly u where u.month = ${before} and ${scope.replaceAll('a.', 'u.')} group by 1`;
  return [{ group: 'month', name: 'a month by company', statement: perCompany, limit: title === 'hq' ? 45 : 5 }];
};

const work = (title: Title, { me }: Person): Question[] => [
  call('dashboard', 200, 'public.dashboard()'), call('要注意一覧', 500, 'public.radar()'),
  ...(title === 'branch' || title === 'hq' ? [
    call('作業一覧, counts', 200, `public.work_counts(${title === 'hq' ? 18 : 'null'})`),
    ...['file', 'fees', 'contact', 'hand_over'].map((queue) => call(`作業一覧, ${queue}`, 200, `public.work_list(${literal(queue)}, ${title === 'hq' ? 18 : 'null'})`)),
  ] : []),
  ...(me.role === 'hq_viewer' ? [call('要注意一覧, stuck', 500, "public.radar_rows('stuck')")] : []),
];

const finds = (sample: Sample): Question[] => {
  const typed: [string, string][] = [
    ['登録番号', plateOf(sample)], ['登録番号, spaced', `${sample.plate_area} ${sample.plate_class} ${sample.plate_kana} ${sample.plate_number}`],
    ['標板 and 番号', `${sample.plate_area}${sample.plate_number}`], ['番号', sample.plate_number], ['車台番号', sample.chassis_no],
    ['車台番号, a prefix', sample.chassis_no.slice(0, -2)], ['車台番号, a short prefix', sample.chassis_no.slice(0, 5)], ['the last four of a 車台番号', sample.chassis_no.slice(-4)],
    ['申請ID', sample.application_no], ['受付番号', sample.acceptance_no], ['依頼番号', sample.request_no],
    ['a company by code', 'C0000001'], ['a company by name', '見本自動車'], ['a company by part of its name', '自動車１'], ['a site', '本社工場'],
  ];
  return typed.map(([name, text]) => call(`find, ${name}`, 50, `public.find_anything(${literal(JSON.stringify(findQueryOf(text)))}::jsonb)`, 'find'));
};

/** Everything the app asks for one person. */
export const questionsOf = (title: Title, person: Person, sample: Sample): Question[] => [
  ...lists(title, person), ...searches(title, person, sample), { group: 'one', name: 'one case', statement: oneSql(sample.id), limit: ONE_PAGE },
  { group: 'one', name: 'the rows of a page far down', statement: rowsSql(sample.page), limit: ONE_PAGE },
  ...counts(title, person), ...months(title, person), ...work(title, person), ...finds(sample),
];
