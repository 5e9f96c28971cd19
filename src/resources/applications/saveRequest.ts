import { dateText } from '../../components/values.ts';
import { useDataProvider, useNotify, useRedirect } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Case } from './case.ts';
import { refusalText } from './refusal.ts';
import { useRefreshCases } from './useRefreshCases.ts';

/** Fields of 初期登録: sent once, with the first save. 代理人 is not among them: the database takes the branch of the site's area. */
export const LOCKED = [
  'vehicle_kind', 'site_id', 'plate_area', 'plate_class', 'plate_kana', 'plate_number', 'chassis_no', 'small_plate', 'no_plate_class', 're_stamped',
] as const;

export const without = (values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** What follows the save: nothing, 送信, or 予約送信 for a day. */
export type Next = { send: boolean; hold?: string | undefined };

/**
 * After a draft was saved: opens its page, and fires `submit` or holds it first when asked. A refusal leaves the draft saved and says why.
 */
export const useAfterSave = () => {
  const dataProvider = useDataProvider();
  const actions = useActions();
  const notify = useNotify();
  const redirect = useRedirect();
  const refresh = useRefreshCases();
  const hold = async (id: Case['id'], day: string): Promise<void> => {
    const { data } = await dataProvider.getOne<Case>('applications', { id });
    try {
      await actions.rpc('hold_application', { p_id: id, p_version: data.version, p_on: day });
      notify(t('hold.done', { date: dateText(day) }), { type: 'success' });
    } catch (error) {
      const { code, message, details } = toAppError(error);
      notify(`${t('hold.saved_not_held')}${refusalText({ code, message, details })}`, { type: 'warning', autoHideDuration: 15_000 });
    }
  };
  return async (id: Case['id'], { send, hold: day }: Next): Promise<void> => {
    if (day !== undefined) await hold(id, day);
    else if (send) {
      const { data } = await dataProvider.getOne<Case>('applications', { id });
      const [result] = await actions.transition('submit', [{ id: Number(id), version: data.version }]);
      if (result?.ok) notify(t('form.sent'), { type: 'success' });
      else notify(`${t('form.saved_not_sent')}${result === undefined ? t('form.not_sent_reason') : refusalText(result)}`, { type: 'warning', autoHideDuration: 15_000 });
    } else notify(t('form.saved'), { type: 'success' });
    redirect('show', 'applications', id);
    await refresh();
  };
};
