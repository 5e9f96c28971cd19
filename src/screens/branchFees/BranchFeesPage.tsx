import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CanAccess, Link } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { saveFile } from '../../components/download.ts';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { addDays, addMonths, monthOf } from '../../domain/calendar.ts';
import { formatMonth } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { reachOf } from '../../providers/access.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { AinasCard } from './AinasCard.tsx';

/** As `report_branch_fees` gives a row: month, branch code and name, 登録車, 軽, count, price, yen, tax contained. */
type Row = [string, string, string, number, number, number, number | null, number | null, number | null];
const right = 'right' as const;
const count = (value: number): string => t('format.count', { count: value });

const Fees = ({ month }: { month: string }) => {
  const actions = useActions();
  const { data, error, isPending } = useQuery({
    queryKey: ['branch_fees', month], queryFn: () => actions.read<{ rows: Row[] }>('report_branch_fees', { p_from: month, p_to: addDays(addMonths(month, 1), -1) }),
  });
  const rows = data?.rows ?? [];
  const sum = (at: 3 | 4 | 5 | 7 | 8): number => rows.reduce((total, row) => total + (row[at] ?? 0), 0);
  return (
    <SectionCard title={formatMonth(month)}>
      {rows.some(([, , , , , , price]) => price === null) && (
        <Alert severity="warning" sx={{ mb: 1 }} action={<Button color="inherit" component={Link} to="/prices">{t('branch_fees.to_prices')}</Button>}>{t('branch_fees.no_price')}</Alert>
      )}
      <MiniTable
        isPending={isPending} error={error === null ? null : toAppError(error)} empty={t('branch_fees.empty')}
        head={[{ label: t('branch_fees.branch') }, ...(['registered', 'kei', 'quantity', 'unit_price', 'amount', 'tax'] as const).map((key) => ({ label: t(`branch_fees.${key}`), align: right }))]}
        rows={[
          ...rows.map(([, code, name, registered, kei, quantity, price, amount, tax]) => ({
            key: `${code}${price}`, cells: [`${code} ${name}`, count(registered), count(kei), count(quantity), <Money key="p" amount={price} />, <Money key="a" amount={amount} />, <Money key="t" amount={tax} />],
          })),
          ...(rows.length > 1 ? [{ key: 'sum', cells: [<b key="s">{t('branch_fees.total')}</b>, count(sum(3)), count(sum(4)), count(sum(5)), '', <b key="a"><Money amount={sum(7)} /></b>, <Money key="t" amount={sum(8)} />] }] : []),
        ]}
      />
    </SectionCard>
  );
};

const BranchFees = () => {
  const { role, today } = useProfile();
  const actions = useActions();
  const [params, setParams] = useSearchParams();
  const months = Array.from({ length: 20 }, (_, back) => addMonths(monthOf(today), -back));
  const month = months.find((one) => one === params.get('month')) ?? addMonths(monthOf(today), -1);
  const download = useMutation({ mutationFn: async (format: 'xlsx' | 'pdf') => saveFile(await actions.exportReport({ report: 'branch_fees', format, month: month.slice(0, 7) }), `${t('branch_fees.title')}_${month.slice(0, 7)}.${format}`) });
  return (
    <Box sx={{ maxWidth: '78rem' }}>
      <PageTitle title={t('branch_fees.title')}>
        <TextField select label={t('branch_fees.month')} value={month} onChange={(event) => setParams({ month: event.target.value }, { replace: true })} sx={{ minWidth: '10rem' }}>
          {months.map((one) => <MenuItem key={one} value={one}>{formatMonth(one)}</MenuItem>)}
        </TextField>
        <Button variant="outlined" disabled={download.isPending} onClick={() => download.mutate('xlsx')}>{t('branch_fees.download_xlsx')}</Button>
        <Button variant="outlined" disabled={download.isPending} onClick={() => download.mutate('pdf')}>{t('branch_fees.download_pdf')}</Button>
      </PageTitle>
      <Typography color="text.secondary" sx={{ mb: 1, fontSize: '0.8125rem' }}>{t('branch_fees.hint')}</Typography>
      {download.error !== null && <Alert severity="error" sx={{ mb: 1 }}>{toAppError(download.error).message}</Alert>}
      <Fees month={month} />
      {reachOf(role) === 'hq' && <AinasCard />}
    </Box>
  );
};

/** 支部手数料: what each branch gets for completed cases of a month, and AINAS's bill beside our count (docs/decisions.md D-28a). */
export const BranchFeesPage = () => <CanAccess resource="branch_fees" action="list" accessDenied={<ForbiddenPage />}><BranchFees /></CanAccess>;
