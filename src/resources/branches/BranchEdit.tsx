import { usePermissions } from 'react-admin';
import { OfficeEdit } from '../../components/RecordPages.tsx';
import { branch, branchContacts } from '../../domain/branch.ts';
import { BranchInputs } from './BranchInputs.tsx';

/** 支部更新: head office everything, a branch its own contacts. */
export const BranchEdit = () => {
  const all = usePermissions().permissions === 'hq_admin';
  return (
    <OfficeEdit schema={all ? branch : branchContacts} sub={(record) => `${record['code']} ${record['name']}`}>
      <BranchInputs all={all} />
    </OfficeEdit>
  );
};
