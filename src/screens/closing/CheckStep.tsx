import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { moneyText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { checksOf, type ClosingPreview } from './closingData.ts';
import { Step, Wrap } from './Step.tsx';

/** Where a check has a list of its cases. */
const CASES: Partial<Record<ReturnType<typeof checksOf>[number]['code'], Record<string, unknown>>> = { needs_review: { needs_review: true } };

const Result = ({ count, amount }: { count: number; amount: number }) => {
  if (count === 0) return <Box component="span" sx={{ color: 'success.main' }}>✓ {t('closing.ok')}</Box>;
  return <Box component="span" sx={{ color: 'warning.main', fontWeight: 700 }}>! {amount === 0 ? t('closing.found', { count }) : t('closing.found_amount', { count, amount: moneyText(amount) })}</Box>;
};

/** 3: the checks of docs/domain.md §4.9, and what else would make a bill incomplete. */
export const CheckStep = ({ preview }: { preview: ClosingPreview }) => {
  const checks = checksOf(preview);
  const bad = checks.some(({ count }) => count > 0);
  return (
    <Step number={3} title={t('closing.step_checks')} state={bad ? 'todo' : 'done'}>
      <MiniTable
        empty="" head={[{ label: t('closing.check') }, { label: t('closing.result') }, { label: '' }]}
        rows={checks.map(({ code, count, amount }) => ({
          key: code,
          cells: [
            <Wrap key="n">{t(`closing.${code}`)}</Wrap>, <Result key="r" count={count} amount={amount} />,
            CASES[code] !== undefined && count > 0 && (
              <Button key="l" component={Link} to={`/applications?filter=${encodeURIComponent(JSON.stringify(CASES[code]))}`}>{t('closing.open_cases')}</Button>
            ),
          ],
        }))}
      />
      {bad && <Typography color="text.secondary" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>{t('closing.checks_hint')}</Typography>}
    </Step>
  );
};
