import { OfficeCreate } from '../../components/RecordPages.tsx';
import { newRequesterOfBranch, requester } from '../../domain/requester.ts';
import { useProfile } from '../../providers/context.tsx';
import { OfficeInputs } from './RequesterInputs.tsx';

const defaults = { onboarding_status: 'received', contract_status: 'active', debit_cycle: 27, collection: 'head_office', mail_daily_details: false, mail_monthly_advances: false };

/** 事業者登録: a branch registers its own companies. */
export const RequesterCreate = () => {
  const all = useProfile().role === 'hq_admin';
  return <OfficeCreate schema={all ? requester : newRequesterOfBranch} defaults={defaults}><OfficeInputs code branch={all} /></OfficeCreate>;
};
