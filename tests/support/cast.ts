/** The named people of the tests. Two companies, three branches, every role at least once. All names are invented. */

export type Role =
  | 'hq_admin' | 'hq_finance' | 'hq_viewer' | 'auditor' | 'branch_admin' | 'branch_staff'
  | 'requester_admin' | 'site_admin' | 'submitter' | 'preparer';

/** Branches by code. 横浜 is the area of one workshop of a 東京 company. */
export const branches = { tokyo: '118', sapporo: '101', kanagawa: '119' } as const;

/** Companies by code with their home branch. */
export const companies = { sakura: { code: 'C9100001', home: 'tokyo' }, kita: { code: 'C9100002', home: 'sapporo' } } as const;

/** Workshops: company, code, and the branch of the area, which is the agent of their filings. */
export const workshops = {
  sakura1: { company: 'sakura', code: '001', area: 'tokyo' },
  sakura2: { company: 'sakura', code: '002', area: 'tokyo' },
  sakuraYokohama: { company: 'sakura', code: '003', area: 'kanagawa' },
  kita1: { company: 'kita', code: '001', area: 'sapporo' },
  kita2: { company: 'kita', code: '002', area: 'sapporo' },
} as const;

export type BranchName = keyof typeof branches;
export type CompanyName = keyof typeof companies;
export type WorkshopName = keyof typeof workshops;

export type Person = { id: string; loginId: string; role: Role; branch?: BranchName; company?: CompanyName; site?: WorkshopName };

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const member = (company: CompanyName, name: string): string => `${companies[company].code.toLowerCase()}${name && `-${name}`}`;

export const cast = {
  hqAdmin: { id: id(1), loginId: 'hq-admin', role: 'hq_admin' },
  hqAdmin2: { id: id(2), loginId: 'hq-admin2', role: 'hq_admin' },
  hqFinance: { id: id(3), loginId: 'hq-finance', role: 'hq_finance' },
  hqViewer: { id: id(4), loginId: 'hq-viewer', role: 'hq_viewer' },
  auditor: { id: id(5), loginId: 'hq-auditor', role: 'auditor' },
  tokyoAdmin: { id: id(11), loginId: '118-admin', role: 'branch_admin', branch: 'tokyo' },
  tokyoStaff: { id: id(12), loginId: '118-staff', role: 'branch_staff', branch: 'tokyo' },
  sapporoAdmin: { id: id(13), loginId: '101-admin', role: 'branch_admin', branch: 'sapporo' },
  sapporoStaff: { id: id(14), loginId: '101-staff', role: 'branch_staff', branch: 'sapporo' },
  kanagawaStaff: { id: id(15), loginId: '119-staff', role: 'branch_staff', branch: 'kanagawa' },
  sakuraAdmin: { id: id(21), loginId: member('sakura', ''), role: 'requester_admin', company: 'sakura' },
  sakuraSiteAdmin: { id: id(22), loginId: member('sakura', 'site'), role: 'site_admin', company: 'sakura', site: 'sakura1' },
  sakuraSubmitter: { id: id(23), loginId: member('sakura', 'op'), role: 'submitter', company: 'sakura', site: 'sakura1' },
  sakuraSubmitter2: { id: id(24), loginId: member('sakura', 'op2'), role: 'submitter', company: 'sakura', site: 'sakura2' },
  sakuraSubmitterAll: { id: id(25), loginId: member('sakura', 'all'), role: 'submitter', company: 'sakura' },
  sakuraPreparer: { id: id(26), loginId: member('sakura', 'entry'), role: 'preparer', company: 'sakura', site: 'sakura1' },
  kitaAdmin: { id: id(31), loginId: member('kita', ''), role: 'requester_admin', company: 'kita' },
  kitaSubmitter: { id: id(32), loginId: member('kita', 'op'), role: 'submitter', company: 'kita', site: 'kita1' },
  kitaPreparer: { id: id(33), loginId: member('kita', 'entry'), role: 'preparer', company: 'kita' },
} satisfies Record<string, Person>;

export type PersonName = keyof typeof cast;
export const personNames = Object.keys(cast) as PersonName[];
export const personOf = (name: PersonName): Person => cast[name];

/** The password of everybody in the cast, for tests that sign in. */
export const castPassword = 'World-Pass-2026';
