import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useGetList, type RaRecord } from 'react-admin';
import { useActions, useProfile } from '../../providers/context.tsx';
import { type Closing, type ClosingOverview, type ClosingPreview, firstOpenMonth, monthChoices, type MonthRow } from './closingData.ts';

type MonthRecord = RaRecord<string> & MonthRow;

/** Months to choose from and the one to start with; `month` of the address wins. */
export const useClosingMonths = (asked: string | null) => {
  const { today } = useProfile();
  const { data, isPending, error } = useGetList<MonthRecord>('billing_months', { pagination: { page: 1, perPage: 200 }, sort: { field: 'month', order: 'DESC' } });
  const rows = data ?? [];
  const choices = monthChoices(rows, today);
  const known = choices.some(({ month }) => month === asked);
  return { choices, month: known && asked !== null ? asked : firstOpenMonth(rows, today), isPending, error };
};

/** What closing `month` (its first day) would give or gave, and who did what so far. */
export const useClosing = (month: string, enabled: boolean) => {
  const actions = useActions();
  const preview = useQuery({ queryKey: ['closing', month, 'preview'], enabled, queryFn: () => actions.closeMonth<ClosingPreview>({ month: month.slice(0, 7), preview: true }) });
  const overview = useQuery({ queryKey: ['closing', month, 'overview'], enabled, queryFn: () => actions.read<ClosingOverview>('closing_overview', { p_month: month }) });
  return { preview, overview };
};

export type ClosingAction = 'close' | 'publish' | 'reopen';

/** Closes, publishes or reopens; afterwards every figure on every screen is asked for again. */
export const useCloseMonth = (month: string) => {
  const actions = useActions();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ action, reason }: { action: ClosingAction; reason: string }) =>
      actions.closeMonth<Closing>({ month: month.slice(0, 7), action, preview: false, ...(reason === '' ? {} : { reason }) }),
    // Also after a refusal: another window may have closed the month meanwhile.
    onSettled: () => queries.invalidateQueries(),
  });
};
