import type { RaRecord } from 'react-admin';
import type { ExportColumn } from '../../components/exportRows.ts';
import type { StatusRow } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { formatDate, formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { plateWords, type Case } from './case.ts';
import { feesText } from './FeesState.tsx';

type LabelOf = (code: string, kind: string) => StatusRow | undefined;
type Names = { filing: LabelOf; oss: LabelOf; branch: (id: number) => string };

const column = (source: string, value: (record: Case) => string | number | null): ExportColumn => ({ source, value: (row: RaRecord) => value(row as Case) });
const letters = (row: Case): string =>
  [row.message_flag && t('case.alert_message'), row.notice_flag && t(row.vehicle_kind === 'kei' ? 'case.alert_kei' : 'case.alert_office'), row.due_notice_flag && t('case.alert_due')].filter(Boolean).join('');

/** Columns of the Excel export: those of the list, with nothing of 使用者 (docs/decisions.md D-30). */
export const exportColumns = ({ filing, oss, branch }: Names): ExportColumn[] => [
  column('application_no', (row) => row.application_no),
  column('request_no', (row) => row.request_no),
  column('vehicle_kind', (row) => wordOf('vehicle_kind', row.vehicle_kind)),
  column('plate', plateWords),
  column('chassis_no', (row) => row.chassis_no),
  column('requester.code', (row) => row.requester?.code ?? ''),
  column('requester.name', (row) => row.requester?.name ?? ''),
  column('site.code', (row) => row.site?.code ?? ''),
  column('site.name', (row) => row.site?.name ?? ''),
  column('agent_branch_id', (row) => branch(row.agent_branch_id)),
  column('filing_status', (row) => filing(row.filing_status, row.vehicle_kind)?.label_ja ?? row.filing_status),
  column('oss_status', (row) => row.oss_status_label ?? oss(row.oss_status ?? '', row.vehicle_kind)?.label_ja ?? ''),
  column('outcome', (row) => wordOf('outcome', row.outcome)),
  column('flags', letters),
  column('requested_at', (row) => (row.requested_at === null ? '' : formatDateTime(row.requested_at))),
  column('filed_at', (row) => (row.filed_at === null ? '' : formatDateTime(row.filed_at))),
  column('completed_on', (row) => (row.completed_on === null ? '' : formatDate(row.completed_on))),
  column('acceptance_no', (row) => row.acceptance_no),
  column('fees', (row) => feesText(row.fees ?? [])),
];
