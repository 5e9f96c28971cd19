import { useRecordContext } from 'react-admin';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { wordOf } from '../../components/values.ts';
import type { Turn } from '../../theme/tones.ts';

const TURNS: Record<string, Turn> = { pending: 'agent', active: 'done', closed: 'ended' };

/** 届出中 is the branch's turn. */
export const SiteState = () => {
  const status = String(useRecordContext()?.['status'] ?? '');
  return status === '' ? null : <StatusBadge label={wordOf('site_status', status)} turn={TURNS[status] ?? 'trouble'} />;
};
