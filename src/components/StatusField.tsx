import { useRecordContext } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { useStatuses, type StatusAxis } from './useStatuses.ts';

const AXES: Record<string, StatusAxis> = { filing_status: 'filing_statuses', oss_status: 'oss_statuses' };

/** The badge of `filing_status` or `oss_status` of the case at hand; a label that came by file stands in for an unknown code. */
export const StatusField = ({ source }: { source: string }) => {
  const record = useRecordContext();
  const { rowOf, loaded } = useStatuses(AXES[source] ?? 'oss_statuses');
  const code: unknown = record?.[source];
  if (typeof code !== 'string') return <span>{t('format.none')}</span>;
  if (!loaded) return null;
  const row = rowOf(code, String(record?.['vehicle_kind']));
  const fromFile: unknown = source === 'oss_status' && code === 'unknown' ? record?.['oss_status_label'] : undefined;
  return <StatusBadge label={typeof fromFile === 'string' ? fromFile : row?.label_ja ?? code} turn={row?.turn ?? 'trouble'} />;
};
