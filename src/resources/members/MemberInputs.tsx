import { SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import { BranchInput, RequesterInput, SiteInput } from '../../components/placeInputs.tsx';
import { wordOf } from '../../components/values.ts';
import { isBranchRole, isCompanyRole, type Role } from '../../domain/member.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { assignableRoles } from './memberRights.ts';
import { useMemberWords } from './memberWords.tsx';

/** Name, role and the places that the role needs and the caller may choose; the rest follows (`withScope`). */
export const MemberInputs = () => {
  const me = useProfile();
  const words = useMemberWords();
  const role: Role | undefined = useWatch({ name: 'role' });
  const chosen: unknown = useWatch({ name: 'requester_id' });
  const company = role !== undefined && isCompanyRole(role);
  const requesterId = me.requester?.id ?? (typeof chosen === 'number' ? chosen : undefined);
  const sited = company && role !== 'requester_admin' && me.role !== 'site_admin';
  return (
    <FormGrid>
      <TextInput source="display_name" helperText={company ? t('member.name_hint') : false} required />
      <SelectInput
        source="role" choices={assignableRoles(me.role).map((id) => ({ id, name: wordOf('role', id) }))} required
        helperText={words.garage ? t('member.role_help') : false}
      />
      {role !== undefined && isBranchRole(role) && me.role === 'hq_admin' && <BranchInput source="branch_id" required />}
      {company && me.requester === null && <RequesterInput source="requester_id" required />}
      {sited && requesterId !== undefined && (
        <SiteInput
          source="site_id" label={words.site} requesterId={requesterId} required={role === 'site_admin'} none={role === 'site_admin' ? '' : t('member.all_sites')}
          helperText={role === 'site_admin' ? false : t('member.site_optional')}
        />
      )}
    </FormGrid>
  );
};
