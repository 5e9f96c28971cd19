import { Box, Button, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { addDays, addMonths, monthEnd, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { useProfile } from '../../providers/context.tsx';
import { DownloadState } from './DownloadState.tsx';
import { MonthCards, MonthGrid } from './MonthGrid.tsx';
import { useFeeDetails } from './useFeeDetails.ts';
import type { Whose } from './whose.ts';
import { WhoseForm } from './WhoseForm.tsx';

/** Rows of the grid: this month and the 17 before (docs/domain.md §5.5). */
const MONTHS = 18;

const Reports = () => {
  const { today } = useProfile();
  const [whose, setWhose] = useState<Whose>({});
  const { run, ...state } = useFeeDetails();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today), back - MONTHS + 1));
  const yesterday = addDays(today, -1);
  const download = (month: string) => {
    const to = [monthEnd(month), yesterday].toSorted()[0] ?? yesterday;
    void run({ ...whose, name: t('reports.file_of', { report: t('reports.details'), month: formatMonth(month) }), period: { from: month, to } });
  };
  const Grid = small ? MonthCards : MonthGrid;
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('reports.title')} />
      <WhoseForm onChange={setWhose} />
      <Box component="ul" sx={{ my: 1, pl: 2.5, color: 'text.secondary', fontSize: '0.8125rem' }}>
        <li>{t('reports.note_one')}</li><li>{t('reports.note_current')}</li><li>{t('reports.note_privacy')}</li>
      </Box>
      <DownloadState {...state} />
      {/* On the first day of a month there is no yesterday in it. */}
      <Grid months={months.toReversed()} available={(month) => month <= yesterday} busy={state.progress !== null} onDownload={download} />
      <Typography sx={{ mt: 1 }}><Button component={Link} to="/reports/period">{t('reports.to_period')}</Button></Typography>
    </Box>
  );
};

/** 帳票ダウンロード. */
export const ReportsPage = () => <CanAccess resource="reports" action="list" accessDenied={<ForbiddenPage />}><Reports /></CanAccess>;
