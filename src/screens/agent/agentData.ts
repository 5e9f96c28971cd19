import { useQuery } from '@tanstack/react-query';
import type { RaRecord } from 'react-admin';
import { useActions } from '../../providers/context.tsx';

/** A row of `agent_certificates`; days are JST. */
export type Certificate = RaRecord & { branch_id: number; kind: string; holder: string; serial_no: string | null; starts_on: string; ends_on: string; revoked_on: string | null; note: string | null; version: number };
/** A row of `agent_offices`. */
export type Office = RaRecord & {
  branch_id: number; kei_pickup_name: string | null; kei_pickup_filed: string | null; registered_user_id: string | null; registered_payment: string | null; kei_user_id: string | null; kei_payment: string | null; version: number;
};
export const OFFICE_FIELDS = ['kei_pickup_name', 'kei_pickup_filed', 'registered_user_id', 'registered_payment', 'kei_user_id', 'kei_payment'] as const;
export const PAYMENT_FORMS = ['direct', 'direct_treasury', 'bulk'] as const;
export type Password = RaRecord & { branch_id: number; vehicle_kind: 'registered' | 'kei'; valid_from: string; valid_to: string | null; created_name: string | null };

/** What rpc `agent_state` answers. */
export type AgentState = { branch_id: number; certificate_state: 'none' | 'revoked' | 'expired' | 'ending' | 'valid'; certificate_ends_on: string | null; kei_pickup_name: string | null; kei_pickup_differs: boolean };

/** The agent data of the caller's branch, or of the one that head office names. */
export const useAgentState = (branch: number | null, enabled = true) => {
  const { read } = useActions();
  return useQuery({ queryKey: ['agent_state', branch], queryFn: () => read<AgentState | null>('agent_state', { p_branch: branch }), enabled, staleTime: 300_000 });
};

/** The certificate that a filing of a day is signed with (docs/domain.md F-37): the one that started last. Twin of private.certificate_on. */
export const certificateOn = (certificates: Certificate[], day: string): Certificate | undefined =>
  certificates.filter(({ starts_on }) => starts_on <= day).toSorted((a, b) => b.starts_on.localeCompare(a.starts_on))[0];

/** Where two names part, counted in characters from 1; undefined while they are the same. */
export const firstDifference = (one: string, other: string): { place: number; a: string; b: string } | undefined => {
  const [a, b] = [[...one], [...other]];
  const index = Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, at) => a[at] !== b[at]);
  return index < 0 ? undefined : { place: index + 1, a: a[index] ?? '', b: b[index] ?? '' };
};
