import { useState } from 'react';
import type { RaRecord } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { DateTimeField, WordField } from '../../components/fields.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { MemberActs } from './MemberActs.tsx';
import { mayAdminister } from './memberRights.ts';
import { LastSignIn, MemberStateField, PasswordExpiry, PlaceOfMember, SignInName, signInNameOf, SiteOfMember, useMemberWords } from './memberWords.tsx';
import { PasswordNotice, type Issued } from './PasswordNotice.tsx';

/** 依頼人ユーザー照会 (docs/domain.md §2.3). A reset turns the page into the 通知書. */
export const MemberShow = () => {
  const me = useProfile();
  const words = useMemberWords();
  const [issued, setIssued] = useState<Issued>();
  if (issued !== undefined) return <PasswordNotice issued={issued} onClose={() => setIssued(undefined)} />;
  return (
    <OfficeShow
      title={words.show} sub={(member: RaRecord) => `${signInNameOf(member)} ${member['display_name']}`}
      actions={<MemberActs onIssued={setIssued} />} editable={(member) => mayAdminister(me, member)}
    >
      <SectionCard>
        <DescriptionList>
          <DescriptionItem source="login_id"><SignInName /></DescriptionItem>
          <DescriptionItem source="display_name" />
          <DescriptionItem label={t('member.scope')}><PlaceOfMember /></DescriptionItem>
          <DescriptionItem source="site_id" label={words.site}><SiteOfMember /></DescriptionItem>
          <DescriptionItem source="role"><WordField source="role" group="role" /></DescriptionItem>
          <DescriptionItem label={t('resources.sites.fields.status')}><MemberStateField /></DescriptionItem>
          <DescriptionItem source="password_expires_on"><PasswordExpiry /></DescriptionItem>
          <DescriptionItem source="last_sign_in_at"><LastSignIn /></DescriptionItem>
          <DescriptionItem source="created_at"><DateTimeField source="created_at" /></DescriptionItem>
          <DescriptionItem source="disabled_at"><DateTimeField source="disabled_at" /></DescriptionItem>
        </DescriptionList>
      </SectionCard>
    </OfficeShow>
  );
};
