import { Alert, Box, Button, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { ListContextProvider, useList, useRedirect } from 'react-admin';
import { ResultSummary } from '../../components/ResultSummary.tsx';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { BulkEvents, type BulkOutcome } from '../../resources/applications/BulkEvents.tsx';
import { caseName } from '../../resources/applications/case.ts';
import { SendCardDialog } from '../../resources/contact_cards/SendCardDialog.tsx';
import { ContactDialog } from '../../resources/contacts/ContactDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { QueueBar } from './QueueBar.tsx';
import { subjectsOf, useTicks, type Ticks } from './useTicks.ts';
import { useWorkKeys } from './useWorkKeys.ts';
import { useWorkRows } from './useWorkList.ts';
import { WorkCards } from './WorkCards.tsx';
import { WORK_QUEUES, type WorkQueue, type WorkRow } from './workData.ts';
import { WorkTable } from './WorkTable.tsx';

/** Letters of the events that a queue is worked off with. */
const EVENT_KEYS = 'FPRH';

type ActsProps = { cases: WorkRow[]; ticks: Ticks; onContact: () => void; onCard: () => void; onOutcome: (outcome: BulkOutcome) => void };

/** What can be done with the ticked cases; with none ticked, with the one in the frame. */
const Acts = ({ cases, ticks, onContact, onCard, onOutcome }: ActsProps) => {
  const list = useList<WorkRow>({ data: cases });
  const selectedIds = cases.map(({ id }) => id);
  const count = ticks.ticked.length;
  return (
    <ListContextProvider value={{ ...list, selectedIds, onSelect: ticks.setTicked, onUnselectItems: () => ticks.setTicked([]) }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: '2.75rem', flex: 'none', '@media (max-width: 599px)': { position: 'sticky', top: -8, zIndex: 2, bgcolor: 'background.default' } }}>
        <Typography sx={{ fontWeight: 700 }} aria-live="polite">{count === 0 ? t('work.current') : t('work.ticked', { count })}</Typography>
        <BulkEvents keys={EVENT_KEYS} onOutcome={onOutcome} />
        <Button variant="outlined" aria-keyshortcuts="C" onClick={onContact}>{t('work.record')}［C］</Button>
        <Button variant="outlined" aria-keyshortcuts="Q" onClick={onCard}>{t('card.title')}［Q］</Button>
      </Box>
    </ListContextProvider>
  );
};

/** One queue: its acts, its rows, and how far they are shown. Ticks and place outlive every refresh. */
export const WorkQueueView = ({ queue, branch, total, onQueue, onHelp }: { queue: WorkQueue; branch: number; total: number | undefined; onQueue: (queue: WorkQueue) => void; onHelp: () => void }) => {
  const [company, setCompany] = useState<number | null>(null);
  const { rows, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, dataUpdatedAt } = useWorkRows(queue, branch, company);
  const [exporting, setExporting] = useState(false);
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const redirect = useRedirect();
  const ticks = useTicks(rows);
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const [calling, setCalling] = useState<WorkRow[]>();
  const [carding, setCarding] = useState<WorkRow[]>();
  const cases = subjectsOf(rows, ticks, !small);
  const call = () => cases.length > 0 && setCalling(cases);
  const sendCard = () => cases.length > 0 && setCarding(cases);
  useWorkKeys({
    move: (by) => ticks.goTo(ticks.at + by), tick: () => ticks.current && ticks.toggle(ticks.current.id), tickAll: ticks.toggleAll, clear: () => ticks.setTicked([]),
    open: () => ticks.current && redirect('show', 'applications', ticks.current.id), contact: call, card: sendCard, help: onHelp,
    queue: (index) => onQueue(WORK_QUEUES[index] ?? queue),
  });
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (isPending) return <LoadingPage />;
  return (
    <>
      {outcome && <ResultSummary outcomes={outcome.results} nameOf={(id) => outcome.names.get(String(id)) ?? String(id)} onClose={() => setOutcome(undefined)} />}
      {ticks.gone > 0 && <Alert severity="info" onClose={() => ticks.setTicked(ticks.ticked)}>{t('work.left', { count: ticks.gone })}</Alert>}
      <QueueBar queue={queue} branch={branch} company={company} onCompany={setCompany} onExport={() => setExporting(true)} />
      {cases.length > 0 && <Acts cases={cases} ticks={ticks} onContact={call} onCard={sendCard} onOutcome={setOutcome} />}
      {rows.length === 0 && <Typography color="text.secondary" sx={{ p: 2 }}>{t(`work.empty.${queue}`)}</Typography>}
      {rows.length > 0 && (small ? <WorkCards rows={rows} ticks={ticks} /> : <WorkTable rows={rows} ticks={ticks} />)}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flex: 'none', minHeight: '2.25rem', color: 'text.secondary', fontSize: '0.8125rem' }}>
        <span>{t('work.shown', { shown: rows.length, total: Math.max(total ?? 0, rows.length) })}</span>
        {hasNextPage && <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('work.more')}</Button>}
        <span>{t('work.refreshed', { at: formatDateTime(new Date(dataUpdatedAt).toISOString()).slice(-5) })}</span>
      </Box>
      {calling && <ContactDialog applications={calling.map(({ id }) => id)} subject={calling.map(caseName).join('、')} onClose={() => setCalling(undefined)} />}
      {carding && <SendCardDialog cases={carding} subject={carding.map(caseName).join('、')} onClose={() => setCarding(undefined)} />}
      {exporting && <ExportDialog branch={branch} ticked={ticks.ticked} onClose={() => setExporting(false)} />}
    </>
  );
};
