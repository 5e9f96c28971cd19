import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useRedirect } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { AskButtons } from '../case_requests/AskButtons.tsx';
import type { Case, Fee } from './case.ts';
import { CorrectButton } from './CorrectButton.tsx';
import { EventDialog } from './EventDialog.tsx';
import { useEventKeys } from './useEventKeys.ts';
import { useEvents, useRules } from './useMachine.ts';

/** Events from here on are rare: failures, suspension, withdrawal. */
const RARE_FROM = 70;

const EventButton = ({ event, main, disabled, onClick }: { event: string; main: boolean; disabled: boolean; onClick: () => void }) => {
  const { rowOf, labelOf } = useEvents();
  const key = rowOf(event)?.shortcut ?? null;
  return (
    <Button
      variant={main ? 'contained' : 'outlined'} disabled={disabled} onClick={onClick} {...(key === null ? {} : { 'aria-keyshortcuts': key })}
      color={rowOf(event)?.confirm === true ? 'error' : 'primary'} sx={{ justifyContent: 'space-between' }}
    >
      <span>{labelOf(event)}</span>{key !== null && <Box component="span" sx={{ opacity: 0.75, ml: 1 }}>{t('case.key', { key })}</Box>}
    </Button>
  );
};

/** Why there is no button; a draft says what sending waits for. */
const Nothing = ({ record }: { record: Case }) => {
  const { role } = useProfile();
  const mayEdit = record.filing_status === 'draft' && canAccess(role, { resource: 'applications', action: 'edit' });
  if (!mayEdit) return <Typography color="text.secondary">{t('case.now_none')}</Typography>;
  return (
    <>
      <Typography color="text.secondary">{t('form.before_sending')}</Typography>
      <Button variant="contained" component={Link} to={`/applications/${record.id}`}>{t('case.edit_draft')}</Button>
    </>
  );
};

/** いまできること: exactly what the row allows, the likely one first. Nothing here decides what is allowed. */
export const CaseActions = ({ record, fees }: { record: Case; fees: Fee[] }) => {
  const rules = useRules();
  const redirect = useRedirect();
  const { orderOf, rowOf } = useEvents();
  const [open, setOpen] = useState<string>();
  const events = record.available_events ?? [];
  const fire = (event: string) => (event === 'edit' ? redirect('edit', 'applications', record.id) : setOpen(event));
  useEventKeys((letter) => {
    const event = events.find((name) => rowOf(name)?.shortcut === letter);
    if (event !== undefined) fire(event);
    return event !== undefined;
  }, open === undefined && rules.length > 0);
  const common = events.filter((event) => orderOf(event) < RARE_FROM);
  const rare = events.filter((event) => orderOf(event) >= RARE_FROM);
  const buttons = (names: string[], first: boolean) => names.map((event, index) => (
    <EventButton key={event} event={event} main={first && index === 0} disabled={rules.length === 0} onClick={() => fire(event)} />
  ));
  return (
    <Box component="section" aria-label={t('case.now')} data-print="none" sx={{ display: 'grid', gap: 0.75, p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Typography variant="h2">{t('case.now')}</Typography>
      {events.length === 0 && (record.request_kinds ?? []).length === 0 && <Nothing record={record} />}
      {buttons(common, true)}
      {rare.length > 0 && common.length > 0 && <Typography color="text.secondary" sx={{ fontSize: '0.75rem', mt: 0.5 }}>{t('case.more')}</Typography>}
      {buttons(rare, common.length === 0)}
      <CorrectButton record={record} />
      <AskButtons record={record} />
      {open !== undefined && <EventDialog key={open} record={record} fees={fees} event={open} rules={rules} onClose={() => setOpen(undefined)} />}
    </Box>
  );
};
