import { useGetList, type RaRecord } from 'react-admin';
import { sortFees, type Fee } from './case.ts';
import type { EventLine } from './historyText.ts';

const of = (applicationId: unknown) => ({ application_id: applicationId });

/** 納付情報 of a case, in the order of payment. */
export const useFees = (applicationId: unknown): Fee[] => {
  const { data = [] } = useGetList<RaRecord & Fee>('fee_payments', { filter: of(applicationId), pagination: { page: 1, perPage: 10 }, sort: { field: 'fee_kind', order: 'ASC' } });
  return sortFees(data);
};

/** 履歴 of a case, the newest first. */
export const useHistory = (applicationId: unknown) => {
  const { data = [], isPending } = useGetList<RaRecord & EventLine>('application_events', { filter: of(applicationId), pagination: { page: 1, perPage: 200 }, sort: { field: 'id', order: 'DESC' } });
  return { lines: data, isPending };
};

/** Columns of 使用者 as forms use them. */
export type VehicleUserRow = RaRecord & { ownership: string | null; name: string | null; representative: string | null; address_1: string | null; address_2: string | null };

/** 使用者 of a case where the policy shows it; nothing otherwise. */
export const useVehicleUser = (applicationId: unknown, enabled = true) => {
  const { data = [], isPending } = useGetList<VehicleUserRow>('application_vehicle_users', { filter: of(applicationId), pagination: { page: 1, perPage: 1 }, sort: { field: 'application_id', order: 'ASC' } }, { enabled });
  return { user: data[0], isPending: enabled && isPending };
};
