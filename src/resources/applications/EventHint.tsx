import { Alert, Typography } from '@mui/material';
import { eventHints, officeRewrites } from '../../i18n/eventHints.ts';
import type { Case } from './case.ts';

/** What to know before an event is fired on cases: once for each kind among them. */
export const EventHint = ({ event, cases }: { event: string; cases: Case[] }) => {
  const hints = eventHints[event];
  const said = new Set(cases.flatMap(({ vehicle_kind: kind }) => (hints === undefined ? [] : [hints[kind === 'kei' ? 'kei' : 'registered']])));
  return (
    <>
      {[...said].map((text) => <Typography key={text} color="text.secondary" sx={{ fontSize: '0.8125rem', mb: 1 }}>{text}</Typography>)}
      {event === 'rewrite_ic' && cases.some((row) => row.update_method === 'office') && <Alert severity="warning" sx={{ mb: 1 }}>{officeRewrites}</Alert>}
    </>
  );
};
