import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

const CASES = ['applications', 'application_events', 'fee_payments', 'application_vehicle_users', 'contacts', 'contact_cards', 'contact_card_answers', 'card_consents', 'case_requests', 'work_list', 'work_companies', 'work_counts', 'work_forecast', 'dashboard'];

/** Reads again whatever shows cases: lists, the page of a case, its history, fees and 連絡, 作業一覧, the dashboard's counts. */
export const useRefreshCases = (): (() => Promise<void>) => {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all(CASES.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
  }, [queryClient]);
};
