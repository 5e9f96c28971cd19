import { Button, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { dateText, moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { ClosingOverview } from './closingData.ts';
import { Step, Wrap } from './Step.tsx';

const head = [
  { label: t('closing.payee') }, { label: t('closing.count'), align: 'right' }, { label: t('closing.amount'), align: 'right' },
  { label: t('closing.imported_at'), align: 'center' }, { label: t('closing.imported_by') },
] as const;

/** 1: the reports of the payees and the count of 保適証サービス. */
export const PayeeStep = ({ overview }: { overview: ClosingOverview }) => {
  const { role } = useProfile();
  const { payees, hotekisho } = overview;
  const complete = payees.every(({ at }) => at !== null);
  const reports = payees.map(({ payee, count, amount, at, by }) => ({
    key: payee,
    cells: [
      <Wrap key="p">{t(payee === 'keikenkyo' ? 'closing.payee_keikenkyo' : 'closing.payee_kikou')}</Wrap>,
      ...(at === null ? ['', '', t('closing.not_yet'), '']
        : [t('format.count', { count: count ?? 0 }), moneyText(amount), dateText(at, true), by ?? t('closing.unknown_person')]),
    ],
  }));
  const counts = {
    key: 'hotekisho',
    cells: [
      t('closing.payee_hotekisho'), hotekisho.at === null ? '' : t('closing.hotekisho_unit', { count: hotekisho.count, companies: hotekisho.companies }), '',
      hotekisho.at === null ? t('closing.not_yet') : dateText(hotekisho.at, true), '',
    ],
  };
  return (
    <Step number={1} title={t('closing.step_payees')} state={complete && hotekisho.at !== null ? 'done' : 'todo'}>
      <MiniTable head={[...head]} rows={[...reports, counts]} empty="" />
      {!complete && <Typography sx={{ mt: 1 }}>{t('closing.payees_missing')}</Typography>}
      {canAccess(role, { resource: 'imports', action: 'list' }) && <Button component={Link} to="/imports" sx={{ mt: 0.5 }} data-print="none">{t('closing.to_imports')}</Button>}
    </Step>
  );
};
