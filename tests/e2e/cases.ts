import type { Visitor } from './visitor.ts';

/** What journeys do with a case, in the words of its screens. */

/** Where the case stands, as its steps say. */
export const stands = (visitor: Visitor, axis: '申請ステータス' | 'OSSステータス', place: string): Promise<void> =>
  visitor.page.getByRole('list', { name: axis }).locator('[aria-current=step]', { hasText: place }).waitFor();

/** The page of a case. */
export const showOf = (id: number): string => `/applications/${id}/show`;

/** Waits for the page of a case and what may be done now. */
export const isOpen = async (visitor: Visitor): Promise<void> => {
  await visitor.sees(/申請データ照会/);
  await visitor.page.getByRole('region', { name: 'いまできること' }).waitFor();
};

/** Presses the button of an event and opens its dialog. */
export const ask = async (visitor: Visitor, event: string): Promise<void> => {
  await visitor.page.getByRole('region', { name: 'いまできること' }).getByRole('button', { name: new RegExp(`^${event}\\s*(［|$)`) }).click();
  await visitor.page.getByRole('dialog', { name: event }).waitFor();
};

/** Sends the open dialog. */
export const confirm = (visitor: Visitor, event: string): Promise<void> =>
  visitor.page.getByRole('dialog', { name: event }).getByRole('button', { name: event }).click();

/** One event from button to message; `values` by the labels of its fields. */
export const act = async (visitor: Visitor, event: string, values: Record<string, string> = {}): Promise<void> => {
  await ask(visitor, event);
  for (const [label, value] of Object.entries(values)) await visitor.page.getByRole('dialog').getByLabel(label).fill(value);
  await confirm(visitor, event);
  await visitor.told(`「${event}」を処理しました。`);
};

/** The lines of the history, the newest first. */
export const history = (visitor: Visitor): Promise<string[]> =>
  visitor.page.getByRole('region', { name: '履歴' }).getByRole('listitem').allInnerTexts();

/** The list of cases, searched. */
export const listOf = (filter: Record<string, unknown>): string => `/applications?filter=${encodeURIComponent(JSON.stringify(filter))}`;
