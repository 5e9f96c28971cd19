import type { RaRecord } from 'react-admin';

/** A row of `payee_differences`; yen, JST days. `month` is the payee's, ours where the payee has none. */
export type Difference = RaRecord<string> & {
  payee: 'keikenkyo' | 'kikou'; month: string; state: DifferenceState; acceptance_no: string; own_amount: number | null; payee_amount: number | null;
  difference: number; since: string; age_days: number; advance_id: number | null; line_id: number | null; application_id: number | null; vehicle_kind: string;
};
export type DifferenceState = 'only_ours' | 'investigate' | 'only_theirs' | 'twice_theirs' | 'amount_differs' | 'month_differs';

/** What 本部経理 may do about a difference: `write_off` our advance, `attribute` their line, or settle their line as one of the others. */
export type DifferenceAct = 'write_off' | 'attribute' | 'corrected' | 'borne' | 'checked';
export const actsOf = (state: DifferenceState): DifferenceAct[] => {
  if (state === 'only_ours' || state === 'investigate') return ['write_off'];
  if (state === 'only_theirs') return ['attribute', 'corrected', 'borne'];
  return state === 'twice_theirs' ? ['corrected', 'borne'] : ['checked'];
};

export type PayeeMonth = {
  payee: 'keikenkyo' | 'kikou'; form: 'lines' | 'totals' | null; count: number | null; amount: number | null; at: string | null; ours: number; ours_amount: number;
  states: { state: DifferenceState; count: number; amount: number; oldest: number }[];
  branches: { branch_code: string | null; branch_name: string | null; ours: number; ours_amount: number; theirs: number; theirs_amount: number }[];
};
