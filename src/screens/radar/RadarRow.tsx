import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { PlateText } from '../../components/PlateView.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { actOf, isLate, lineText } from './lineWords.ts';
import type { RadarLine, RuleName } from './radarData.ts';

const Status = ({ filing, oss, kind }: { filing: string; oss: string | null; kind: string }) => {
  const filings = useStatuses('filing_statuses');
  const osses = useStatuses('oss_statuses');
  const row = oss === null ? filings.rowOf(filing, kind) : osses.rowOf(oss, kind);
  return row ? <StatusBadge label={row.label_ja} turn={row.turn} /> : null;
};

const codeOf = (line: Exclude<RadarLine, { subject: 'application' }>): string => {
  if (line.subject === 'branch') return line.branch_code;
  return line.subject === 'requester' ? line.requester_code : `${line.requester_code}-${line.site_code}`;
};

const Subject = ({ line }: { line: RadarLine }) => {
  const place = line.subject === 'branch' ? line.branch_name : [line.requester_name, line.site_name].filter(Boolean).join('／');
  return (
    <Box sx={{ minWidth: 0 }}>
      {line.subject === 'application' ? (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}><PlateText plate={line} /><span>{line.chassis_no}</span></Box>
      ) : <strong>{codeOf(line)}</strong>}
      <Typography noWrap title={place} sx={{ fontSize: 'inherit', color: 'text.secondary' }}>{place}</Typography>
    </Box>
  );
};

type Props = { rule: RuleName; line: RadarLine; today: string; mayMute: boolean; onMute: () => void; onUnmute: () => void };

/** A line: what it is about, what is wrong, and the act that settles it. Two lines on a desk, stacked on a phone. */
export const RadarRow = ({ rule, line, today, mayMute, onMute, onUnmute }: Props) => {
  const act = actOf(rule, line);
  const muted = line.muted_until !== null;
  return (
    <Box
      component="li" data-line={line.id}
      sx={{ display: 'grid', gap: { xs: 0.25, md: 1.5 }, alignItems: 'center', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr) auto' }, px: 1.5, py: { xs: 1, md: 0.25 }, minHeight: '2.125rem', borderTop: 1, borderColor: 'divider', fontSize: '0.8125rem' }}
    >
      <Subject line={line} />
      <Box sx={{ color: isLate(rule, line, today) ? 'error.main' : 'text.primary', fontWeight: isLate(rule, line, today) ? 700 : 400 }}>
        {line.subject === 'application' && <Box sx={{ mb: 0.25 }}><Status filing={line.filing_status} oss={line.oss_status} kind={line.vehicle_kind} /></Box>}
        {lineText(rule, line, today)}
        {muted && <Box sx={{ color: 'text.secondary', fontWeight: 400 }}>{t('radar.muted_by', { date: formatDate(line.muted_until ?? ''), note: line.note, name: line.muted_by_name })}</Box>}
      </Box>
      <Box data-print="none" sx={{ display: 'flex', gap: 0.5, justifyContent: { xs: 'flex-start', md: 'flex-end' } }}>
        <Button size="small" component={Link} to={act.to} sx={{ whiteSpace: 'nowrap' }}>{act.label}</Button>
        {mayMute && <Button size="small" color="inherit" onClick={muted ? onUnmute : onMute} sx={{ whiteSpace: 'nowrap', color: 'text.secondary' }}>{muted ? t('radar.unmute') : t('radar.mute')}</Button>}
      </Box>
    </Box>
  );
};
