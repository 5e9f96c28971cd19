import { useMemo, useState } from 'react';
import { CreateBase, Form, useNotify, useRedirect } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { FormToolbar } from '../../components/FormToolbar.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { zodResolver } from '../../components/zodResolver.ts';
import type { NewMember } from '../../domain/member.ts';
import { shownSignInName } from '../../domain/loginId.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { invitationOf } from './invitation.ts';
import { MemberInputs } from './MemberInputs.tsx';
import { assignableRoles } from './memberRights.ts';
import { useMemberWords } from './memberWords.tsx';
import { PasswordNotice, type Issued } from './PasswordNotice.tsx';
import { SignInNameInputs } from './SignInNameInputs.tsx';

/** Invites past the query cache, so that the initial password lives nowhere but in this page's state. */
const useInvite = (onIssued: (issued: Issued) => void) => {
  const { members } = useActions();
  const { requester, branch, role } = useProfile();
  const queries = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  return async (person: NewMember) => {
    try {
      const { initial_password: password } = await members({ action: 'invite', ...person });
      await queries.invalidateQueries({ queryKey: ['members'] });
      const signInName = shownSignInName(person.login_id ?? person.email ?? '');
      if (password !== undefined) {
        const place = requester?.name ?? (role === 'branch_admin' ? branch?.name : undefined) ?? String(signInName.split('-')[0]);
        return onIssued({ signInName, name: person.display_name, place, password });
      }
      notify(t('member.invited_by_mail', { email: signInName }), { type: 'success' });
      redirect('list', 'members');
    } catch (error) {
      notify(toAppError(error).message, { type: 'error', multiLine: true });
    }
  };
};

/** ユーザー登録: a form, then the 通知書 with the initial password, once. */
export const MemberCreate = () => {
  const me = useProfile();
  const words = useMemberWords();
  const redirect = useRedirect();
  const [search] = useSearchParams();
  const [issued, setIssued] = useState<Issued>();
  const invite = useInvite(setIssued);
  const [prefix, setPrefix] = useState('');
  const resolver = useMemo(() => zodResolver(invitationOf(me, prefix)), [me, prefix]);
  const asked = search.get('role');
  const role = assignableRoles(me.role).find((one) => one === asked) ?? (words.garage ? 'submitter' : undefined);
  if (issued !== undefined) return <PasswordNotice issued={issued} onClose={() => redirect('list', 'members')} />;
  return (
    <CreateBase>
      <PageTitle title={role === 'site_admin' && words.garage ? words.create_site_admin : words.create} />
      <Form resolver={resolver} defaultValues={{ kind: 'login_id', role, ...(me.site === null ? {} : { site_id: me.site.id }) }} onSubmit={(checked: FieldValues) => invite(checked as NewMember)} noValidate>
        <SectionCard><MemberInputs /><SignInNameInputs onPrefix={setPrefix} /></SectionCard>
        <FormToolbar />
      </Form>
    </CreateBase>
  );
};
