import type { RaRecord } from 'react-admin';
import { OfficeEdit } from '../../components/RecordPages.tsx';
import { requester, requesterOfBranch, requesterReportMail } from '../../domain/requester.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { OfficeInputs, ReportMailInputs } from './RequesterInputs.tsx';

const named = (record: RaRecord) => `${record['code']} ${record['name']}`;

/** 事業者更新: head office everything, the home branch all but code and 所属, the company its report mail (D-8a). */
export const RequesterEdit = () => {
  const { role } = useProfile();
  if (role === 'requester_admin') {
    return <OfficeEdit schema={requesterReportMail} title={t('directory.mail_edit')} sub={named}><ReportMailInputs /></OfficeEdit>;
  }
  const all = role === 'hq_admin';
  return <OfficeEdit schema={all ? requester : requesterOfBranch} sub={named}><OfficeInputs code={all} branch={all} /></OfficeEdit>;
};
