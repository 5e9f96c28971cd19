import { t } from '../i18n/translate.ts';
import type { Profile } from '../providers/profile.ts';

/** 所属：118（東京都自動車整備振興会）; head office has no branch. */
export const placeOf = ({ branch }: Profile): string =>
  branch === null ? t('topbar.head_office') : t('topbar.place', { code: branch.code, name: branch.name });
