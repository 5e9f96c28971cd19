import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { PlateText } from '../../components/PlateView.tsx';
import { StatusField } from '../../components/StatusField.tsx';
import { dateText } from '../../components/values.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { AlertLetters } from './AlertLetters.tsx';
import { caseName, type Case } from './case.ts';
import { FeesState } from './FeesState.tsx';
import { HeldField } from './HeldField.tsx';

/** A case on a phone. */
export const ApplicationCard = () => {
  const { role } = useProfile();
  const record = useRecordContext<Case>();
  if (record === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}><PlateText plate={record} /><span>{caseName(record)}</span></Box>
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', alignItems: 'center' }}><StatusField source="filing_status" /><HeldField />{record.oss_status !== null && <StatusField source="oss_status" />}<AlertLetters /></Box>
      {reachOf(role) !== 'garage' && <Box sx={{ overflowWrap: 'anywhere' }}>{record.requester?.name}</Box>}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', flexWrap: 'wrap', fontSize: '0.8125rem', color: 'text.secondary' }}>
        <span>{record.site?.short_name}・{record.chassis_no}</span><span>{dateText(record.requested_at, true)}</span>
      </Box>
      {(record.fees ?? []).length > 0 && <Box sx={{ fontSize: '0.8125rem' }}><FeesState /></Box>}
    </Box>
  );
};
