import { Box } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { type BranchSum, type Closing, type DebitSum, type LargeChange, mainCause, PARTS } from './closingData.ts';

const right = 'right' as const;
const count = (value: number): string => t('format.count', { count: value });

const line = (label: string, counted: number | null, amount: number, earlier: number | undefined, strong = false) => ({
  key: label,
  cells: [
    strong ? <b key="l">{label}</b> : label, counted === null ? '' : count(counted), <Box key="n" component="span" sx={{ fontWeight: strong ? 700 : 400 }}><Money amount={amount} /></Box>,
    ...(earlier === undefined ? [] : [<Money key="b" amount={earlier} />, <Money key="d" amount={amount - earlier} />]),
  ],
});

/** Items of the bills of a month beside those of the month before. */
export const TotalsTable = ({ now, before }: { now: Closing; before: Closing | null }) => {
  const parts = PARTS.map((part) =>
    line(t(`closing.${part}`), part === 'adjustment' ? null : now.totals[`${part}_count`], now.totals[`${part}_amount`], before?.totals[`${part}_amount`]));
  return (
    <MiniTable
      empty=""
      head={[
        { label: t('closing.item') }, { label: t('closing.count'), align: right }, { label: t('closing.this_month'), align: right },
        ...(before === null ? [] : [{ label: t('closing.last_month'), align: right }, { label: t('closing.change'), align: right }]),
      ]}
      rows={[
        ...parts,
        line(t('closing.total'), now.statements, now.totals.total, before?.totals.total, true),
        line(t('closing.tax_10'), null, now.totals.tax_10, before?.totals.tax_10),
        line(t('closing.outstanding_before'), null, now.totals.outstanding_before, before?.totals.outstanding_before),
      ]}
    />
  );
};

export const BranchTable = ({ now, before }: { now: BranchSum[]; before: BranchSum[] | undefined }) => {
  const codes = [...new Set([...now, ...(before ?? [])].map(({ code }) => code))].toSorted();
  return (
    <MiniTable
      empty={t('closing.none')}
      head={[
        { label: t('closing.branch') }, { label: t('closing.statements'), align: right }, { label: t('closing.usage'), align: right }, { label: t('closing.total'), align: right },
        ...(before === undefined ? [] : [{ label: t('closing.last_month'), align: right }, { label: t('closing.change'), align: right }]),
      ]}
      rows={codes.map((code) => {
        const mine = now.find((row) => row.code === code);
        const earlier = before?.find((row) => row.code === code);
        return {
          key: code,
          cells: [
            `${code} ${(mine ?? earlier)?.name}`, count(mine?.statements ?? 0), count(mine?.usage_count ?? 0), <Money key="n" amount={mine?.total ?? 0} />,
            ...(before === undefined ? [] : [<Money key="b" amount={earlier?.total ?? 0} />, <Money key="d" amount={(mine?.total ?? 0) - (earlier?.total ?? 0)} />]),
          ],
        };
      })}
    />
  );
};

export const DebitTable = ({ debits }: { debits: DebitSum[] }) => (
  <MiniTable
    empty={t('closing.none')}
    head={[{ label: t('closing.debit_on'), align: 'center' }, { label: t('closing.cycle') }, { label: t('closing.collection') }, { label: t('closing.statements'), align: right }, { label: t('closing.amount'), align: right }]}
    rows={debits.map(({ debit_on, debit_cycle, collection, count: counted, amount }) => ({
      key: `${debit_on}${debit_cycle}${collection}`,
      cells: [debit_on === null ? t('closing.no_debit') : dateText(debit_on), wordOf('debit_cycle', debit_cycle), wordOf('collection', collection), count(counted), <Money key="a" amount={amount} />],
    }))}
  />
);

const causeOf = (change: LargeChange) => {
  const { part, amount } = mainCause(change);
  return (
    <>
      {change.before === 0 && `${t('closing.cause_new')}、`}{change.now === 0 && `${t('closing.cause_gone')}、`}
      {t(`closing.${part}`)} <Money amount={amount} />
    </>
  );
};

/** The ten companies whose bill changes most, with the part that moved most. */
export const ChangesTable = ({ changes }: { changes: LargeChange[] }) => (
  <MiniTable
    empty={t('closing.none')}
    head={[{ label: t('closing.company') }, { label: t('closing.this_month'), align: right }, { label: t('closing.last_month'), align: right }, { label: t('closing.change'), align: right }, { label: t('closing.cause') }]}
    rows={changes.map((change) => ({
      key: change.requester_id,
      cells: [`${change.code} ${change.name}`, <Money key="n" amount={change.now} />, <Money key="b" amount={change.before} />, <Money key="d" amount={change.now - change.before} />, causeOf(change)],
    }))}
  />
);
