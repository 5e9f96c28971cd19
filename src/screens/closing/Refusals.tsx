import { Alert, Button } from '@mui/material';
import { Link } from 'react-admin';
import { formatMonth } from '../../domain/dateText.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { Refusal } from './closingData.ts';

type MissingPrice = { item: string; month: string; count: number };
const isMissingPrices = (details: unknown): details is MissingPrice[] => Array.isArray(details);

/** Kinds of statement lines name their prices differently. */
const PRICE_OF: Record<string, string> = { kei_fee: 'kei_inspection', tech_fee: 'tech_info' };
const itemName = (item: string): string => {
  const key = `price.item.${PRICE_OF[item] ?? item}`;
  return hasMessage(key) ? translate(key) : item;
};

const Previous = ({ details }: { details: unknown }) => {
  const month: unknown = details !== null && typeof details === 'object' ? Reflect.get(details, 'month') : undefined;
  const first = `${String(month)}-01`;
  return (
    <Alert severity="warning" sx={{ mb: 1 }} action={<Button color="inherit" component={Link} to={`/closing?month=${first}`}>{t('closing.open_month', { month: formatMonth(first) })}</Button>}>
      {t('closing.refused_previous', { month: formatMonth(first) })}
    </Alert>
  );
};

/** Why the month cannot be closed now, each in a sentence with the way out. */
export const Refusals = ({ refusals }: { refusals: Refusal[] }) =>
  refusals.map(({ code, details }) => {
    if (code === 'previous_month_open') return <Previous key={code} details={details} />;
    if (code === 'price_missing' && isMissingPrices(details)) {
      return (
        <Alert key={code} severity="error" sx={{ mb: 1 }} action={<Button color="inherit" component={Link} to="/prices">{t('closing.to_prices')}</Button>}>
          {details.map(({ item, month, count }) => <div key={`${item}${month}`}>{t('closing.refused_price', { month: formatMonth(`${month}-01`), item: itemName(item), count })}</div>)}
        </Alert>
      );
    }
    return <Alert key={code} severity="warning" sx={{ mb: 1 }}>{translate(`errors.${code}`)}</Alert>;
  });
