import { Box } from '@mui/material';
import { Link } from 'react-admin';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { type DebitDay, urgency } from './debitData.ts';
import { DayStateChip } from './parts.tsx';
import { useCalendar } from './useDebits.ts';

const HEAD = [
  { label: t('debit.debit_on') }, { label: t('debit.cycle') }, { label: t('debit.month') }, { label: t('debit.deadline') }, { label: t('debit.result_on') }, { label: t('debit.state') },
  { label: t('debit.count'), align: 'right' as const }, { label: t('debit.amount'), align: 'right' as const }, { label: t('debit.collected'), align: 'right' as const }, { label: t('debit.collected_amount'), align: 'right' as const }, { label: t('debit.left'), align: 'right' as const }, { label: t('debit.left_amount'), align: 'right' as const },
];

const Deadline = ({ day, today }: { day: DebitDay; today: string }) => {
  const urgent = urgency(day, today);
  return urgent === null ? <>{dateText(day.deadline)}</> : <Box component="span" sx={{ color: 'error.main', fontWeight: 700 }}>{dateText(day.deadline)}　{t(`debit.${urgent}`)}</Box>;
};

const counted = (count: number | null, amount: number | null) => (count === null ? ['', ''] : [t('format.count', { count }), <Money key="amount" amount={amount} />]);

/** Both debit days of every month: by when the data goes, when the result comes, and how far each is. */
export const DebitCalendar = () => {
  const { today } = useProfile();
  const { data, isPending, error } = useCalendar();
  const rows = (data ?? []).map((day) => ({
    key: `${day.debit_on}-${day.debit_cycle}`,
    cells: [
      day.state === 'not_closed' ? dateText(day.debit_on) : <Link key="day" to={`/debits/${day.debit_on}`}>{dateText(day.debit_on)}</Link>, wordOf('debit_cycle', day.debit_cycle), formatMonth(day.month),
      <Deadline key="deadline" day={day} today={today} />, dateText(day.result_on), <DayStateChip key="state" state={day.state} />,
      day.state === 'not_closed' ? '' : t('format.count', { count: day.record_count ?? day.statements ?? 0 }), day.state === 'not_closed' ? '' : <Money key="amount" amount={day.amount ?? day.billed} />,
      ...counted(day.collected_count, day.collected_amount), ...counted(day.failed_count, day.failed_amount),
    ],
  }));
  return <SectionCard><MiniTable head={HEAD} rows={rows} empty={t('debit.none_days')} isPending={isPending} error={error} /></SectionCard>;
};
