import { Box, Button } from '@mui/material';
import { CreateButton, DataTable, Link, TextInput, useCanAccess } from 'react-admin';
import { ClippedField, TextCol, WordCol, WordField } from '../../components/fields.tsx';
import { CheckboxFilter, ChoiceFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { RequesterInput } from '../../components/placeInputs.tsx';
import { RequesterWord } from '../../components/placeWords.tsx';
import { wordOf } from '../../components/values.ts';
import { companyRoles, roles } from '../../domain/member.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { LastSignIn, MemberStateField, PasswordExpiry, placeOfMember, PlaceOfMember, SignInName, signInNameOf, siteOfMember, SiteOfMember, useMemberWords } from './memberWords.tsx';

const centred = { '&, & .MuiTableSortLabel-root': { textAlign: 'center' } } as const;
const worded = (codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf('role', id) }));
const STATES = ['active', 'disabled'].map((id) => ({ id, name: wordOf('member.state', id) }));

const name: ListFilter = { primary: true, input: <TextInput source="display_name" helperText={false} /> };
const loginId: ListFilter = { primary: true, input: <TextInput source="login_id" helperText={false} /> };
const state: ListFilter = { primary: true, input: <ChoiceFilter source="state" label={t('resources.sites.fields.status')} choices={STATES} /> };
const requester: ListFilter = { primary: true, input: <RequesterInput source="requester_id" helperText={false} />, chip: (id: number) => <RequesterWord id={id} /> };
const roleOf = (codes: readonly string[], primary: boolean): ListFilter => ({ primary, input: <CheckboxFilter source="role" choices={worded(codes)} /> });

/** The manual shows it on the page of a person, not in the list. */
const HIDDEN = ['password_expires_on'];
const exportColumns = [
  { source: 'login_id', value: signInNameOf }, { source: 'display_name' }, { source: 'role', value: (record: Record<string, unknown>) => wordOf('role', record['role']) },
  { source: 'requester.name', value: placeOfMember }, { source: 'site_id', value: siteOfMember }, { source: 'password_expires_on' }, { source: 'last_sign_in_at' },
];

const card = (
  <Box>
    <Box sx={{ display: 'flex', gap: 1 }}><SignInName /><MemberStateField /></Box>
    <Box sx={{ fontWeight: 700 }}><ClippedField source="display_name" /></Box>
    <WordField source="role" group="role" />／<SiteOfMember />
  </Box>
);

/** The manual has two buttons: one for 担当者, one for 拠点管理者. */
const GarageButtons = () => {
  const words = useMemberWords();
  const { role } = useProfile();
  const { canAccess } = useCanAccess({ resource: 'members', action: 'create' });
  if (!canAccess) return null;
  return (
    <>
      <Button variant="outlined" component={Link} to="/members/create?role=submitter">{words.create}</Button>
      {role === 'requester_admin' && <Button variant="outlined" component={Link} to="/members/create?role=site_admin">{words.create_site_admin}</Button>}
    </>
  );
};

/** ユーザー管理; for a garage 依頼人ユーザー検索 (docs/domain.md §2.3). */
export const MemberList = () => {
  const { role } = useProfile();
  const words = useMemberWords();
  const branch = reachOf(role) === 'branch';
  const filters = words.garage ? [loginId, name, roleOf(companyRoles, true), { ...state, primary: false }] : [loginId, name, requester, state, roleOf(branch ? ['branch_admin', 'branch_staff', 'requester_admin'] : roles, false)];
  return (
    <OfficeList title={words.list} filters={filters} exportColumns={exportColumns} card={card} hasCreate={false} hiddenColumns={HIDDEN} actions={words.garage ? <GarageButtons /> : <CreateButton variant="outlined" label={t('action.create')} />}>
      <DataTable.Col source="login_id"><Box component="span" sx={{ whiteSpace: 'nowrap' }}><SignInName /></Box></DataTable.Col>
      <TextCol source="display_name" />
      {!words.garage && <DataTable.Col source="place" label={t('member.scope')} disableSort><PlaceOfMember /></DataTable.Col>}
      <DataTable.Col source="site_id" label={words.site} disableSort><SiteOfMember /></DataTable.Col>
      <WordCol source="role" group="role" />
      <DataTable.Col source="state" label={t('resources.sites.fields.status')} disableSort><MemberStateField /></DataTable.Col>
      <DataTable.Col source="password_expires_on" sx={centred}><PasswordExpiry /></DataTable.Col>
      <DataTable.Col source="last_sign_in_at" sx={centred}><LastSignIn /></DataTable.Col>
    </OfficeList>
  );
};
