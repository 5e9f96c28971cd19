import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Case, Fee } from '../../resources/applications/case.ts';
import { ArrivalPassword } from './ArrivalPassword.tsx';
import { PortalDialog } from './PortalDialog.tsx';

/** What only the agent does beside the portal's facts: note them, and look up the password the portal asks for. */
export const PortalActs = ({ record, fees }: { record: Case; fees: Fee[] }) => {
  const { role, branch } = useProfile();
  const [open, setOpen] = useState(false);
  const acts = canAccess(role, { resource: 'contacts', action: 'act' }) && (branch === null || branch.id === record.agent_branch_id);
  if (!acts || record.filed_at === null) return null;
  return (
    <Box data-print="none">
      <ArrivalPassword key={record.id} record={record} />
      <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setOpen(true)}>{t('portal.edit')}</Button>
      {open && <PortalDialog record={record} fees={fees} onClose={() => setOpen(false)} />}
    </Box>
  );
};
