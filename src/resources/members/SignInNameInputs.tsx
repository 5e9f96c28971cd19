import { InputAdornment } from '@mui/material';
import { useEffect } from 'react';
import { RadioButtonGroupInput, TextInput, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import type { Role } from '../../domain/member.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { loginPrefix } from './memberRights.ts';

const KINDS = [{ id: 'login_id', name: t('member.by_login_id') }, { id: 'email', name: t('member.by_email') }];

const useCode = (resource: string, id: unknown): string | undefined => {
  const { data } = useGetOne(resource, { id: Number(id) }, { enabled: typeof id === 'number' });
  return typeof id === 'number' && typeof data?.['code'] === 'string' ? data['code'] : undefined;
};

/** The beginning of the login ID; null as long as role and place do not say it. */
const usePrefix = (): string | null => {
  const me = useProfile();
  const role: Role | undefined = useWatch({ name: 'role' });
  const branchCode = useCode('branches', useWatch({ name: 'branch_id' }));
  const requesterCode = useCode('requesters', useWatch({ name: 'requester_id' }));
  const own = me.requester === null;
  return loginPrefix(role, me.role === 'branch_admin' ? me.branch?.code : branchCode, own ? requesterCode : me.requester?.code);
};

/** A login ID (its beginning is given, and told to `onPrefix`) or a mail address, never both (docs/decisions.md D-5). */
export const SignInNameInputs = ({ onPrefix }: { onPrefix: (prefix: string) => void }) => {
  const prefix = usePrefix();
  useEffect(() => {
    onPrefix(prefix ?? '');
  }, [prefix, onPrefix]);
  const role: unknown = useWatch({ name: 'role' });
  const kind: unknown = useWatch({ name: 'kind' });
  const hint = role === 'requester_admin' ? `${t('member.personal_hint')}　${t('member.first_admin_hint')}` : t('member.personal_hint');
  return (
    <FormGrid>
      <RadioButtonGroupInput source="kind" label={t('member.sign_in_kind')} choices={KINDS} helperText={false} />
      {kind === 'email' ? <TextInput source="email" type="email" required /> : (
        <TextInput
          source="login_id" label={t('member.personal_id')} helperText={hint} autoComplete="off" required={role !== 'requester_admin'}
          slotProps={{ input: { startAdornment: prefix ? <InputAdornment position="start">{prefix}</InputAdornment> : undefined } }}
        />
      )}
    </FormGrid>
  );
};
