import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import type { Profile } from '../../providers/profile.ts';

type Notice = Record<string, unknown>;

export type Publication = 'published' | 'scheduled' | 'ended';
/** Whether readers see a notice on `today` (both ends inclusive). */
export const publicationOf = (notice: Notice, today: string): Publication => {
  if (String(notice['posted_on']) > today) return 'scheduled';
  return typeof notice['ends_on'] === 'string' && notice['ends_on'] < today ? 'ended' : 'published';
};

/** 本部管理者 any, 支部管理者 those of the own branch: as the policies judge. */
export const mayWriteNotice = (me: Pick<Profile, 'role'> & { branch: { id: number } | null }, notice: Notice): boolean =>
  me.role === 'hq_admin' || (me.role === 'branch_admin' && notice['branch_id'] === me.branch?.id);

/** 重要 in red, with its word; nothing for a normal one. */
export const Importance = () => {
  const notice = useRecordContext();
  return notice?.['important'] === true ? <Box component="strong" sx={{ color: 'error.main' }}>{t('notice.important')}</Box> : null;
};

export const branchOfNotice = (notice: Notice): string => {
  const branch = notice['branch'];
  return branch !== null && typeof branch === 'object' ? String(Reflect.get(branch, 'name')) : t('notice.national');
};
export const NoticeBranch = () => <>{branchOfNotice(useRecordContext() ?? {})}</>;

/** Passwords were once published in a notice (docs/domain.md §7): words that look like one make the writer look again. */
export const looksSecret = (body: string): boolean => /(パスワード|password|PW)\s*(は|が|[:：=])\s*[!-~]{6,}/iu.test(body.normalize('NFKC'));
