import { Box, Button, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link, useGetList } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { addDays, addMonths, monthEnd, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { canAccess, reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { DownloadState } from './DownloadState.tsx';
import { type GridColumn, isAvailable, type PublishedStatement } from './gridColumns.ts';
import { MonthCards, MonthGrid } from './MonthGrid.tsx';
import { useReport } from './useReport.ts';
import type { Whose } from './whose.ts';
import { WhoseForm } from './WhoseForm.tsx';

/** Rows of the grid: this month and the 17 before (docs/domain.md §5.5). */
const MONTHS = 18;

/**
 * Months with a published 引落予定明細: of the company that is looked at, else every published month for the office, whose files hold the
 * statements of a branch or of all. None for who may not see statements.
 */
const useStatements = (requesterId: number | null | undefined): PublishedStatement[] => {
  const { role } = useProfile();
  const allowed = canAccess(role, { resource: 'statements', action: 'list' });
  const ofCompany = allowed && typeof requesterId === 'number';
  const ofOffice = allowed && !ofCompany && reachOf(role) !== 'garage';
  const query = { pagination: { page: 1, perPage: MONTHS + 2 }, sort: { field: 'month', order: 'DESC' as const } };
  const company = useGetList<PublishedStatement & { id: number }>('statements', { ...query, filter: { requester_id: requesterId, status: 'published' } }, { enabled: ofCompany });
  const months = useGetList<{ id: string; month: string }>('billing_months', { ...query, filter: { status: 'published' } }, { enabled: ofOffice });
  if (ofCompany) return company.data ?? [];
  return ofOffice ? (months.data ?? []).flatMap(({ month }) => [6, 27].map((debit_cycle) => ({ month, debit_cycle }))) : [];
};

const Reports = () => {
  const { today, requester, role } = useProfile();
  const [whose, setWhose] = useState<Whose>({});
  const { run, busy, store, cancel } = useReport();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today), back - MONTHS + 1));
  const yesterday = addDays(today, -1);
  const company = requester?.id ?? whose.requesterId;
  const statements = useStatements(company);
  const download = ({ report, format, key, cycle }: GridColumn, month: string) => {
    const to = [monthEnd(month), yesterday].toSorted()[0] ?? yesterday;
    const query = { from: month, to: cycle === undefined ? to : monthEnd(month), ...whose, ...(cycle === undefined ? {} : { requesterId: company ?? undefined, debitCycle: cycle }) };
    void run({ name: report, format, title: t('reports.file_of', { report: t(`reports.${key}`), month: formatMonth(month) }), query });
  };
  const Grid = small ? MonthCards : MonthGrid;
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('reports.title')} />
      <WhoseForm onChange={setWhose} />
      <Box component="ul" sx={{ my: 1, pl: 2.5, color: 'text.secondary', fontSize: '0.8125rem' }}>
        <li>{t('reports.note_one')}</li><li>{t('reports.note_current')}</li><li>{t('reports.note_privacy')}</li>
        {reachOf(role) !== 'garage' && <li>{t('reports.note_limits')}</li>}
      </Box>
      <DownloadState store={store} cancel={cancel} />
      <Grid months={months.toReversed()} available={(column, month) => isAvailable(column, month, yesterday, statements)} busy={busy} onDownload={download} />
      <Typography sx={{ mt: 1 }}><Button component={Link} to="/reports/period">{t('reports.to_period')}</Button></Typography>
    </Box>
  );
};

/** 帳票ダウンロード. */
export const ReportsPage = () => <CanAccess resource="reports" action="list" accessDenied={<ForbiddenPage />}><Reports /></CanAccess>;
