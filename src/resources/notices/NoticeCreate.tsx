import { OfficeCreate } from '../../components/RecordPages.tsx';
import { branchNotice, newHeadOfficeNotice } from '../../domain/notice.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { NoticeInputs } from './NoticeInputs.tsx';

/** お知らせ登録: a branch posts to its own people and companies. */
export const NoticeCreate = () => {
  const { role, branch, today } = useProfile();
  const office = role === 'hq_admin';
  const defaults = { posted_on: today, audience: 'all', important: false, is_public: false };
  const toOwnBranch = (notice: Record<string, unknown>) => ({ ...notice, branch_id: branch?.id });
  return (
    <OfficeCreate schema={office ? newHeadOfficeNotice : branchNotice} title={t('notice.post')} defaults={defaults} {...(office ? {} : { transform: toOwnBranch })}>
      <NoticeInputs office={office} branch={office} />
    </OfficeCreate>
  );
};
