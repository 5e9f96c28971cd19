import { OfficeEdit } from '../../components/RecordPages.tsx';
import { branchNotice, headOfficeNotice } from '../../domain/notice.ts';
import { useProfile } from '../../providers/context.tsx';
import { NoticeInputs } from './NoticeInputs.tsx';

/** お知らせ更新. */
export const NoticeEdit = () => {
  const office = useProfile().role === 'hq_admin';
  return <OfficeEdit schema={office ? headOfficeNotice : branchNotice} sub={(notice) => String(notice['title'])}><NoticeInputs office={office} /></OfficeEdit>;
};
