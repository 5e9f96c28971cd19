import type { RaRecord } from 'react-admin';
import type { PlateRecord } from '../../components/PlateView.tsx';
import { daysBetween, jstWallClock } from '../../domain/calendar.ts';
import { formatPlate } from '../../domain/plate.ts';

export type FeeKind = 'inspection' | 'tech_info' | 'weight_tax';
export type Fee = { fee_kind: FeeKind; amount: number | null; status: 'due' | 'paid' | 'failed' | 'waived'; paid_on?: string | null; due_on: string | null };
type Place = { id: number; code: string; name: string };

/** A row of `applications` as lists and pages read it; days are JST `YYYY-MM-DD`, instants ISO, amounts yen. */
export type Case = RaRecord & PlateRecord & {
  version: number; request_no: string; application_no: string | null; application_type: string; chassis_no: string;
  filing_status: string; oss_status: string | null; oss_status_label: string | null; outcome: string; status_changed_at: string;
  agent_branch_id: number; home_branch_id: number; requester_id: number; site_id: number;
  requester?: Place | null; site?: (Place & { short_name: string }) | null; fees?: Fee[];
  cashless: boolean; update_method: string; message_flag: boolean; notice_flag: boolean; due_notice_flag: boolean; needs_review: boolean;
  acceptance_no: string | null; inspection_expires_on: string | null; requested_at: string | null; filed_at: string | null; completed_on: string | null;
  held_until?: string | null; hold_problem?: { code: string; details?: unknown } | null;
  available_events?: string[]; request_kinds?: string[]; memo?: string | null; mirrored_at?: string | null;
};

/** The number people know a case by: 申請ID, or 依頼番号 while there is none. */
export const caseName = ({ application_no, request_no }: Pick<Case, 'application_no' | 'request_no'>): string => application_no ?? request_no;

/** The plate as the manual prints it, 品川-600-さ-1111, or as it came by file. */
export const plateWords = (record: PlateRecord): string => (record.plate_number === null ? record.plate_raw ?? '' : formatPlate({
  area: record.plate_area ?? '', class: record.plate_class ?? '', kana: record.plate_kana ?? '', number: record.plate_number,
}));

/** The JST day of an instant. */
export const dayOf = (instant: string): string => jstWallClock(new Date(instant)).slice(0, 10);

/** Days since the case came to where it stands. */
export const daysInStep = (record: Pick<Case, 'status_changed_at'>, today: string): number => Math.max(0, daysBetween(dayOf(record.status_changed_at), today));

const OPEN = ['due', 'failed'];
/** The fee that falls due first, of those still open. */
export const nextDueFee = (fees: Fee[]): Fee | undefined =>
  fees.filter(({ status, due_on }) => OPEN.includes(status) && due_on !== null).toSorted((a, b) => String(a.due_on).localeCompare(String(b.due_on)))[0];

/** Order of the fees on every screen. */
export const FEE_KINDS: readonly FeeKind[] = ['inspection', 'tech_info', 'weight_tax'];
export const sortFees = (fees: Fee[]): Fee[] => fees.toSorted((a, b) => FEE_KINDS.indexOf(a.fee_kind) - FEE_KINDS.indexOf(b.fee_kind));

/** How a fee is paid (docs/domain.md §4.2), for words only: the database writes the advance. */
export const payerOf = (record: Pick<Case, 'cashless' | 'vehicle_kind'>, kind: FeeKind): 'card' | 'advance' | 'direct' => {
  if (record.cashless) return 'card';
  return kind === 'tech_info' || (kind === 'inspection' && record.vehicle_kind === 'kei') ? 'advance' : 'direct';
};

/** Within three days of its date, or past it. */
export const isUrgent = (day: string, today: string): boolean => daysBetween(today, day) <= 3;
