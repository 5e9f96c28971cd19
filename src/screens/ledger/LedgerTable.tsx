import { Typography } from '@mui/material';
import { Money } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { t, translate } from '../../i18n/translate.ts';
import { sumsOf } from './ledgerData.ts';

/** Lines a page shows well; all of them go into the Excel file. */
const SHOWN = 200;

type Line<K extends string> = { code: string | null; name: string | null; payee?: string } & Record<K, number>;

/** One part of the book: whose, which payee, yen by column, and their sums. */
export const LedgerTable = <K extends string>({ title, lines, columns }: { title: string; lines: Line<K>[]; columns: readonly K[] }) => {
  const withPayee = lines.some(({ payee }) => payee !== undefined);
  const named = lines.some(({ code }) => code !== null);
  const cells = (label: string, payee: string, values: number[]) => [...(named ? [label] : []), ...(withPayee ? [payee] : []), ...values.map((value, at) => <Money key={columns[at]} amount={value} />)];
  return (
    <SectionCard title={title}>
      <MiniTable
        empty={t('ledger.empty')}
        head={[
          ...(named ? [{ label: t('ledger.name') }] : []), ...(withPayee ? [{ label: t('ledger.part') }] : []),
          ...columns.map((column) => ({ label: translate(`ledger.${column}`), align: 'right' as const })),
        ]}
        rows={[
          ...lines.slice(0, SHOWN).map((line) => ({ key: `${line.code}${line.payee}`, cells: cells(`${line.code ?? ''} ${line.name ?? ''}`, wordOf('ledger.payee', line.payee), columns.map((column) => line[column])) })),
          ...(lines.length > 1 ? [{ key: 'sum', cells: cells(t('ledger.total'), named ? '' : t('ledger.total'), sumsOf<K>(lines, columns)) }] : []),
        ]}
      />
      {lines.length > SHOWN && <Typography color="text.secondary">{t('intake.first_rows', { count: SHOWN })}</Typography>}
    </SectionCard>
  );
};
