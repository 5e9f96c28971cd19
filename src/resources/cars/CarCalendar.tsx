import { Alert, Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { addDays, addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { mondayOf, monthsOf, movesOf, weeksOf, type DueDay, type DueSpan } from '../../domain/levelling.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { useActions, useProfile } from '../../providers/context.tsx';

const MONTHS = [3, 6, 12, 24];
const COLOURS = { peak: 'warning.main', quiet: 'success.main', even: 'primary.main' } as const;

const listOf = ({ from, to }: DueSpan): string => `/cars?filter=${encodeURIComponent(JSON.stringify({ next_expires_on: { from, to } }))}`;

const Bar = ({ span, most, name }: { span: DueSpan; most: number; name: string }) => (
  <Box component="li">
    <Box
      component={Link} to={listOf(span)} title={t('car.show_cars')}
      sx={{ display: 'grid', gridTemplateColumns: { xs: '6.5rem 1fr 7rem', sm: '8rem 1fr 12rem' }, gap: 1, alignItems: 'center', minHeight: '1.75rem', color: 'text.primary', textDecoration: 'none', '&:hover': { bgcolor: 'action.hover' } }}
    >
      <span>{name}</span>
      <Box sx={{ height: '0.875rem', borderRadius: 0.5, bgcolor: 'action.hover' }}>
        <Box sx={{ height: '100%', borderRadius: 0.5, width: `${most === 0 ? 0 : (span.cars / most) * 100}%`, bgcolor: COLOURS[span.load] }} />
      </Box>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {t('car.count', { count: span.cars })}
        {span.load !== 'even' && <Box component="span" sx={{ ml: 1, fontWeight: 700, color: COLOURS[span.load] }}>{t(span.load === 'peak' ? 'car.peak' : 'car.quiet')}</Box>}
        {span.open > 0 && <Box component="span" sx={{ ml: 1, color: 'text.secondary', display: { xs: 'none', sm: 'inline' } }}>{t('car.started')} {span.open.toLocaleString('ja-JP')}</Box>}
      </Box>
    </Box>
  </Box>
);

const Calendar = () => {
  const { today } = useProfile();
  const actions = useActions();
  const [months, setMonths] = useState(6);
  const [by, setBy] = useState<'week' | 'month'>('week');
  const from = by === 'week' ? mondayOf(today) : monthOf(today);
  const to = addDays(addMonths(today, months), -1);
  const { data: days, error, isPending } = useQuery({ queryKey: ['cars_calendar', from, to], queryFn: () => actions.read<DueDay[]>('cars_calendar', { p_from: from, p_to: to }) });
  const weeks = weeksOf(days ?? [], from, to);
  const spans = by === 'week' ? weeks : monthsOf(days ?? [], from, to);
  const most = Math.max(0, ...spans.map(({ cars }) => cars));
  const moves = movesOf(weeks, today);
  return (
    <Box sx={{ maxWidth: '60rem' }}>
      <PageTitle title={t('car.calendar')}><Button component={Link} to="/cars">{t('action.back_to_list')}</Button></PageTitle>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <ToggleButtonGroup exclusive size="small" value={by} onChange={(_, next: 'week' | 'month' | null) => next && setBy(next)}>
          <ToggleButton value="week">{t('car.weeks')}</ToggleButton><ToggleButton value="month">{t('car.months')}</ToggleButton>
        </ToggleButtonGroup>
        <TextField select label={t('car.period')} value={months} onChange={(event) => setMonths(Number(event.target.value))} sx={{ minWidth: '8rem' }}>
          {MONTHS.map((count) => <MenuItem key={count} value={count}>{t('car.period_choice', { months: count })}</MenuItem>)}
        </TextField>
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {isPending && <LoadingPage />}
      {days !== undefined && (
        <>
          <SectionCard title={t('car.level_title')}>
            {moves.map((move) => <Typography key={move.peak}>{t('car.level', { week: dateText(move.peak), count: move.cars, extra: move.extra, quieter: dateText(move.quieter) })}</Typography>)}
            {moves.length === 0 && <Typography>{t('car.level_none')}</Typography>}
            <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('car.level_hint')}</Typography>
          </SectionCard>
          <SectionCard title={t('car.cars')}>
            {most === 0 ? <Typography color="text.secondary">{t('car.empty')}</Typography> : (
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {spans.map((span) => <Bar key={span.from} span={span} most={most} name={by === 'week' ? t('car.week_of', { date: dateText(span.from) }) : formatMonth(span.from)} />)}
              </Box>
            )}
          </SectionCard>
        </>
      )}
    </Box>
  );
};

/** 満了日のカレンダー: what comes due by week or month, with peaks, quieter weeks and what could be moved. */
export const CarCalendar = () => <CanAccess resource="cars" action="list" accessDenied={<ForbiddenPage />}><Calendar /></CanAccess>;
