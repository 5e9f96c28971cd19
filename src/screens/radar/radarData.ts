import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlateRecord } from '../../components/PlateView.tsx';
import type { radarWords } from '../../i18n/radar.ts';
import { useActions } from '../../providers/context.tsx';

export type RuleName = keyof typeof radarWords.radar.rules;

/** What rpc `radar` answers: lines by rule, in the order of the screen's rules; only rules that concern the person. counted_at: of head office's counts that the clock keeps. */
export type RadarCounts = { today: string; counted_at: string | null; total: number; counts: Partial<Record<RuleName, number>>; muted: Partial<Record<RuleName, number>> };

type Detail = {
  fees?: string[]; expires_on?: string; chassis_no?: string; other_id?: number; ids?: number[]; since?: string; usual_hours?: number; opens_on?: string | null; status?: string; state?: string; kinds?: string[]; count?: number; amount?: number; problems?: string[];
};
type Common = { id: number; day: string; detail: Detail; muted_until: string | null; note: string | null; muted_by_name: string | null; requester_name: string; site_name?: string };
/** A line of rpc `radar_rows`. `day` is JST; which day it is depends on the rule. */
export type RadarLine = Common & (
  | (PlateRecord & { subject: 'application'; chassis_no: string; filing_status: string; oss_status: string | null })
  | { subject: 'requester'; requester_code: string }
  | { subject: 'site'; requester_code: string; site_code: string }
  | { subject: 'branch'; branch_code: string; branch_name: string });

type Cursor = { day: string; id: number };
type Page = { rows: RadarLine[]; next: Cursor | null };

/** The order in which rules are shown: what costs money or a deadline first. */
export const RULES: readonly RuleName[] = [
  'certificate', 'agent_kei', 'due_soon', 'card_waiting', 'expiring', 'hotekisho_ending', 'liability_short', 'shortening_silent', 'shortening_ask', 'chassis_differs', 'double_filing', 'filed_again', 'stuck', 'needs_review', 'completed_without_date', 'fee_missing',
  'cashless_advanced', 'advance_twice', 'payee_differs', 'account_not_open', 'account_missing', 'site_pending', 'onboarding',
];

const MINUTES = 60_000;

/** The counts, for the menu and the screen; asked again every five minutes. */
export const useRadar = () => {
  const { read } = useActions();
  return useQuery({ queryKey: ['radar'], queryFn: () => read<RadarCounts>('radar'), staleTime: 2 * MINUTES, refetchInterval: 5 * MINUTES });
};

export const useRadarLines = (rule: RuleName, muted: boolean) => {
  const { read } = useActions();
  return useInfiniteQuery({
    queryKey: ['radar', 'lines', rule, muted], initialPageParam: null as Cursor | null,
    queryFn: ({ pageParam }) => read<Page>('radar_rows', { p_rule: rule, p_limit: 50, p_after: pageParam, p_muted: muted }),
    getNextPageParam: (page) => page.next,
  });
};

/** Mutes a line until a day, or shows it again (`until` null). */
export const useMute = () => {
  const { rpc } = useActions();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ask: { rule: RuleName; id: number; until: string | null; note: string | null }) =>
      rpc<null>('radar_mute', { p_rule: ask.rule, p_id: ask.id, p_until: ask.until, p_note: ask.note }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['radar'] }),
  });
};
