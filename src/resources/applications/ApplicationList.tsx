import { Button, useMediaQuery } from '@mui/material';
import { useMemo, useState } from 'react';
import { DataTable, Link, useListContext, type Identifier, type RaRecord } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { CodeCol, DateCol, DateTimeCol, TextCol, WordCol } from '../../components/fields.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import { ResultSummary } from '../../components/ResultSummary.tsx';
import { SavedSearches } from '../../components/SavedSearches.tsx';
import { StatusField } from '../../components/StatusField.tsx';
import { useStatuses } from '../../components/useStatuses.ts';
import { wordOf } from '../../components/values.ts';
import { monthOf } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess, reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { AlertMark } from './AlertLetters.tsx';
import { ApplicationCard } from './ApplicationCard.tsx';
import { BulkEvents, type BulkOutcome } from './BulkEvents.tsx';
import { caseName, type Case } from './case.ts';
import { CasePanel } from './CasePanel.tsx';
import { exportColumns } from './exportColumns.ts';
import { FeesState } from './FeesState.tsx';
import { HeldField } from './HeldField.tsx';
import { caseFilters } from './filters.tsx';
import { ListTabs, RowKeys } from './ListTabs.tsx';
import { isRequestSearch } from '../../layout/menu.ts';
import { useBranches } from './useBranches.ts';
import { useTab } from './useNeighbours.ts';

/** Wide enough for a panel beside the rows. */
const WIDE = '(min-width: 1280px)';

const HIDDEN = ['request_no', 'acceptance_no', 'outcome', 'filed_at', 'inspection_expires_on', 'filing_office', 'update_method', 'held_until'];

/** The row of the panel, framed over the columns that stay, too. */
const HERE = { '& td': { borderTop: 2, borderBottom: 2, borderColor: 'primary.main' } };
/** Beside the panel there is room for number, statuses and plate: the plate's colour tells the kind. */
const STEP_BACK = ['message_flag', 'notice_flag', 'due_notice_flag', 'vehicle_kind'];

/** When the cases on this page were mirrored last. */
const ListFreshness = () => {
  const { data = [] } = useListContext<Case>();
  return <Freshness at={data.map(({ mirrored_at }) => mirrored_at ?? '').toSorted().at(-1) || null} />;
};

const useExport = () => {
  const filing = useStatuses('filing_statuses').rowOf;
  const oss = useStatuses('oss_statuses').rowOf;
  const { nameOf } = useBranches();
  return exportColumns({ filing, oss, branch: nameOf });
};

/** 申請データ: search, rows, a panel beside them, and what can be done with the ticked ones. */
export const ApplicationList = () => {
  const { role, today } = useProfile();
  const reach = reachOf(role);
  const [tab] = useTab();
  const wide = useMediaQuery(WIDE);
  const [open, setOpen] = useState<Identifier | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const filters = useMemo(() => caseFilters(role), [role]);
  const columns = useExport();
  const { shortOf } = useBranches();
  // 依頼データ and 申請データ are one table: what is not filed yet, and the rest.
  const { search } = useLocation();
  const requests = reach === 'garage' && isRequestSearch(search);
  // The nation is counted exactly within a month (docs/bench.md).
  const initial = reach === 'hq' ? { requested_at: { from: monthOf(today), to: null } } : {};
  const acts = canAccess(role, { resource: 'applications', action: 'act' });
  const openRow = (id: Identifier) => {
    if (!wide) return 'show';
    setOpen(id);
    return false;
  };
  return (
    <OfficeList
      filters={filters} initialFilter={initial} filter={{ tab }} exportColumns={columns} card={<ApplicationCard />}
      above={(
        <>
          {reach === 'branch' && <ListTabs />}
          <RowKeys open={open} setOpen={setOpen} enabled={wide} />
          {outcome && <ResultSummary outcomes={outcome.results} nameOf={(id) => outcome.names.get(String(id)) ?? String(id)} onClose={() => setOutcome(undefined)} />}
        </>
      )}
      aside={wide && open !== null && <CasePanel id={open} onClose={() => setOpen(null)} />}
      rowClick={openRow} rowSx={(record: RaRecord) => (record.id === open && wide ? HERE : {})} stepBack={STEP_BACK}
      hiddenColumns={[...HIDDEN, ...(reach === 'garage' ? [] : ['agent_branch_id'])]} actions={<><ListFreshness /><SavedSearches />{requests && canAccess(role, { resource: 'request_imports', action: 'create' }) && <Button component={Link} to="/requests/import">{t('request_import.title')}</Button>}</>} title={requests ? t('search.request_title') : t('search.case_title')} live
      bulkActionButtons={acts ? <BulkEvents onOutcome={setOutcome} /> : false}
    >
      <DataTable.Col source="application_no" label="case.number_column" render={(record) => caseName(record as Case)} />
      <CodeCol source="request_no" />
      <DataTable.Col source="filing_status"><StatusField source="filing_status" /><HeldField /></DataTable.Col>
      <DataTable.Col source="oss_status"><StatusField source="oss_status" /></DataTable.Col>
      <DataTable.Col source="message_flag" label="search.alert_column_message" disableSort><AlertMark source="message_flag" /></DataTable.Col>
      <DataTable.Col source="notice_flag" label="search.alert_column_notice" disableSort><AlertMark source="notice_flag" /></DataTable.Col>
      <DataTable.Col source="due_notice_flag" label="search.alert_column_due" disableSort><AlertMark source="due_notice_flag" /></DataTable.Col>
      <DataTable.Col source="vehicle_kind" label="case.kind_column" render={(record) => t((record as Case).vehicle_kind === 'kei' ? 'case.kind_kei' : 'case.kind_registered')} />
      <DataTable.Col source="plate_number" label="case.plate_column" render={(record) => <PlateText plate={record as Case} />} />
      <CodeCol source="chassis_no" />
      <TextCol source="site.short_name" disableSort />
      <DataTable.Col source="fees" disableSort><FeesState /></DataTable.Col>
      <DateTimeCol source="requested_at" />
      {reach !== 'garage' && <TextCol source="requester.name" disableSort />}
      {reach !== 'hq' && <TextCol source="user.name" label="search.user_column" disableSort />}
      <DateCol source="completed_on" label="case.completed_column" />
      <DateTimeCol source="filed_at" />
      <CodeCol source="acceptance_no" />
      <WordCol source="outcome" group="outcome" />
      <DataTable.Col source="agent_branch_id" disableSort render={(record) => shortOf((record as Case).agent_branch_id)} />
      <DateCol source="inspection_expires_on" />
      <TextCol source="filing_office" disableSort />
      <DataTable.Col source="update_method" disableSort render={(record) => wordOf(`update_method.${(record as Case).vehicle_kind}`, (record as Case).update_method)} />
      <DataTable.Col source="held_until"><HeldField /></DataTable.Col>
    </OfficeList>
  );
};

