import { addDays } from './calendar.ts';

/** Items of 料金・手数料 in the order in which the office reads them (docs/decisions.md D-20). */
export const PRICE_ITEMS = ['usage', 'hotekisho', 'branch_commission', 'kei_inspection', 'tech_info', 'registered_inspection', 'ainas_cost'] as const;
export type PriceItem = (typeof PRICE_ITEMS)[number];

/** Official fees carry no consumption tax; the others contain it. */
export const priceTaxRate = (item: string): number => (['usage', 'hotekisho', 'ainas_cost', 'branch_commission'].includes(item) ? 10 : 0);

export type PriceState = 'past' | 'current' | 'future';
export const priceStateOn = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }, today: string): PriceState => {
  if (valid_from > today) return 'future';
  return valid_to !== null && valid_to < today ? 'past' : 'current';
};

export type TypedPrice = { item: string; amount: string; valid_from: string };
/** Fields of a typed price that are wrong; the database judges again. */
export const priceProblems = ({ item, amount, valid_from }: TypedPrice, today: string): (keyof TypedPrice)[] => [
  ...(PRICE_ITEMS.some((each) => each === item) ? [] : ['item' as const]),
  ...(/^\d{1,7}$/.test(amount) ? [] : ['amount' as const]),
  ...(valid_from >= addDays(today, 1) ? [] : ['valid_from' as const]),
];
