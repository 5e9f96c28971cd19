import { useMemo } from 'react';
import { z } from 'zod';
import { OfficeEdit } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { memberUpdate } from '../../domain/member.ts';
import { useProfile } from '../../providers/context.tsx';
import { MemberInputs } from './MemberInputs.tsx';
import { withScope } from './memberRights.ts';
import { signInNameOf, useMemberWords } from './memberWords.tsx';

/** 依頼人担当者ユーザー更新: name, role and scope; the login ID never changes. */
export const MemberEdit = () => {
  const me = useProfile();
  const words = useMemberWords();
  const schema = useMemo(() => z.preprocess((typed) => withScope(me, typed as Record<string, unknown>), memberUpdate), [me]);
  return (
    <OfficeEdit schema={schema} title={words.edit} sub={(member) => `${signInNameOf(member)} ${member['display_name']}`}>
      <SectionCard><MemberInputs /></SectionCard>
    </OfficeEdit>
  );
};
