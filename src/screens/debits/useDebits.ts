import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useActions } from '../../providers/context.tsx';
import type { Balances, CollectionRow, DebitDay, DebitDetail } from './debitData.ts';

export const useCalendar = () => {
  const { read } = useActions();
  return useQuery({ queryKey: ['debits', 'calendar'], queryFn: () => read<DebitDay[]>('debit_calendar', { p_months: 12 }) });
};

export const useDebitDay = (day: string) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['debits', 'day', day], queryFn: () => read<DebitDetail>('debit_day_detail', { p_debit_on: day }) });
};

export type BalanceKind = 'owing' | 'failed' | 'no_account' | 'branch';
export const useBalances = (what: BalanceKind) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['debits', 'balances', what], queryFn: () => read<Balances>('debit_balances', { p_what: what }) });
};

export const useCollection = (month: string) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['debits', 'collection', month], queryFn: () => read<CollectionRow[]>('branch_collection', { p_month: month }) });
};

/** An act of finance by RPC; afterwards every figure on every screen is asked for again. */
export const useAct = <Args extends Record<string, unknown>>(name: string) => {
  const { rpc } = useActions();
  const queries = useQueryClient();
  return useMutation({ mutationFn: (args: Args) => rpc(name, args), onSettled: () => queries.invalidateQueries() });
};
