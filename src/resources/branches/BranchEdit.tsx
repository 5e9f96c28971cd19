import { TextInput, usePermissions } from 'react-admin';
import { FormGrid } from '../../components/FormGrid.tsx';
import { OfficeEdit } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { branch, branchContacts } from '../../domain/branch.ts';

/** 支部更新: head office everything, a branch its own contacts. */
export const BranchEdit = () => {
  const all = usePermissions().permissions === 'hq_admin';
  return (
    <OfficeEdit schema={all ? branch : branchContacts} sub={(record) => `${record['code']} ${record['name']}`}>
      <SectionCard>
        <FormGrid>
          {all && ['code', 'name', 'region', 'office'].map((source) => <TextInput key={source} source={source} required />)}
          {['postal_code', 'address', 'phone', 'email'].map((source) => <TextInput key={source} source={source} />)}
        </FormGrid>
      </SectionCard>
    </OfficeEdit>
  );
};
