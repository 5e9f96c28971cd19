import { Box, Typography } from '@mui/material';
import { useStatuses } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import type { Case, Fee } from './case.ts';
import { actorText, historyText, type EventLine } from './historyText.ts';
import { useHistory } from './useCaseParts.ts';
import { useEvents } from './useMachine.ts';

const Line = ({ line, record, fees }: { line: EventLine; record: Case; fees: Fee[] }) => {
  const { labelOf } = useEvents();
  const filing = useStatuses('filing_statuses').rowOf(line.to_filing_status, record.vehicle_kind);
  const oss = useStatuses('oss_statuses').rowOf(line.to_oss_status ?? '', record.vehicle_kind);
  const moved = line.from_filing_status !== line.to_filing_status || line.from_oss_status !== line.to_oss_status;
  const place = line.to_oss_status === null ? filing?.label_ja : oss?.label_ja;
  const words = historyText(line, record, fees, labelOf);
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '8.25rem minmax(7rem, 12rem) 1fr' }, columnGap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', breakInside: 'avoid' }}>
      <Box component="time" dateTime={line.created_at} sx={{ whiteSpace: 'nowrap' }}>{formatDateTime(line.created_at)}</Box>
      <Box component="span" title={line.actor_role === null ? undefined : wordOf('role', line.actor_role)} sx={{ color: line.actor_name === null ? 'text.secondary' : 'text.primary' }}>{actorText(line)}</Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {words}
        {moved && place !== undefined && line.event !== 'create' && !words.startsWith(place) && <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.8125rem' }}>{t('history.changed_to', { status: place })}</Box>}
        {line.note !== null && <Box sx={{ pl: 1, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-wrap' }}>{line.note}</Box>}
      </Box>
    </Box>
  );
};

/** 履歴, the newest first, as a person would write a log. `limit` shortens it for the panel. */
export const CaseHistory = ({ record, fees, limit }: { record: Case; fees: Fee[]; limit?: number }) => {
  const { lines, isPending } = useHistory(record.id);
  if (isPending) return <Typography color="text.secondary">{t('case.loading_more')}</Typography>;
  if (lines.length === 0) return <Typography color="text.secondary">{t('case.history_empty')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
      {lines.slice(0, limit).map((line) => <Line key={line.id} line={line} record={record} fees={fees} />)}
    </Box>
  );
};
