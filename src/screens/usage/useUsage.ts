import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths } from '../../domain/calendar.ts';
import { type Reach, reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import type { Whose } from '../reports/whose.ts';
import { monthsOfYear, needsPlace, type UsageAnswer, type UsageGroup, type UsageMeasure, type YearKind, yearOf } from './usageTable.ts';

export type UsageChoice = { group: UsageGroup; measure: UsageMeasure; kind: 'all' | 'registered' | 'kei'; yearKind: YearKind; year: number };

const FIRST_GROUP: Record<Reach, UsageGroup> = { hq: 'branch', branch: 'company', garage: 'site' };

const span = (months: string[]) => ({ p_from_month: months[0], p_to_month: months.at(-1) });

/** What is chosen on the screen and the counts that belong to it. The database holds every answer to the caller's scope. */
export const useUsage = () => {
  const actions = useActions();
  const { role, today } = useProfile();
  const reach = reachOf(role);
  const [whose, setWhose] = useState<Whose>({});
  const [choice, setChoice] = useState<UsageChoice>({ group: FIRST_GROUP[reach], measure: 'completed', kind: 'all', yearKind: 'fiscal', year: yearOf('fiscal', today) });
  const months = monthsOfYear(choice.yearKind, choice.year, today);
  const waits = needsPlace(reach, choice.group, whose);
  const about = {
    p_group: choice.group, p_measure: choice.measure,
    p_vehicle_kind: choice.kind === 'all' ? null : choice.kind, p_requester_id: whose.requesterId ?? null, p_branch_id: whose.branchId ?? null,
  };
  const ask = (args: Record<string, unknown>) => ({
    queryKey: ['usage_matrix', args], enabled: !waits, placeholderData: (shown: UsageAnswer | undefined) => shown, queryFn: () => actions.read<UsageAnswer>('usage_matrix', args),
  });
  const query = useQuery(ask({ ...about, ...span(months) }));
  const monthsBefore = months.map((month) => addMonths(month, -12));
  const before = useQuery(ask({ ...about, ...span(monthsBefore) }));
  const choose = (change: Partial<UsageChoice>) =>
    setChoice((before) => ({ ...before, ...change, ...(change.yearKind === undefined ? {} : { year: yearOf(change.yearKind, today) }) }));
  return { reach, today, choice, choose, whose, setWhose, months, monthsBefore, waits, query, before };
};
export type Usage = ReturnType<typeof useUsage>;
