import { Alert } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Case } from './case.ts';
import { useHistory } from './useCaseParts.ts';
import { useEvents } from './useMachine.ts';

/** What hangs on a case and is read apart from it. */
const PARTS = ['application_events', 'fee_payments', 'contacts', 'case_requests', 'application_vehicle_users'];

/** A case that came back in another version brings its parts along. */
const useFreshParts = (version: number) => {
  const queryClient = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    for (const name of PARTS) void queryClient.invalidateQueries({ queryKey: [name] });
  }, [queryClient, version]);
};

/** Says what somebody else did to the case while it was on the screen (docs/decisions.md D-17). */
export const CaseChanged = ({ record }: { record: Case }) => {
  useFreshParts(record.version);
  const { user_id: me } = useProfile();
  const { labelOf } = useEvents();
  const { lines } = useHistory(record.id);
  const newest = lines[0];
  const [known, setKnown] = useState<number>();
  if (known === undefined && newest !== undefined) setKnown(newest.id);
  const change = lines.find((line) => line.id > (known ?? Infinity) && line.actor_id !== me);
  if (change === undefined || newest === undefined) return null;
  return (
    <Alert severity="info" role="status" data-print="none" sx={{ mb: 1 }} onClose={() => setKnown(newest.id)}>
      {t('case.changed_by', { at: formatDateTime(change.created_at), who: change.actor_name ?? t('case.system'), event: labelOf(change.event) })}{t('case.shown_newest')}
    </Alert>
  );
};
