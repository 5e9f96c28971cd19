import { Button } from '@mui/material';
import { Link, useCanAccess, useGetList, useTranslate } from 'react-admin';
import { shownSignInName } from '../domain/loginId.ts';
import { t } from '../i18n/translate.ts';
import { reachOf } from '../providers/access.ts';
import { useProfile } from '../providers/context.tsx';
import { MiniTable } from './MiniTable.tsx';
import { SectionCard } from './SectionCard.tsx';
import { dateText, wordOf } from './values.ts';

const SHOWN = 10;

const People = ({ of }: { of: { requester_id: number } | { site_id: number } }) => {
  const translate = useTranslate();
  const garage = reachOf(useProfile().role) === 'garage';
  const { data = [], total = 0, isPending, error } = useGetList('members', { filter: of, pagination: { page: 1, perPage: SHOWN }, sort: { field: 'login_id', order: 'ASC' } });
  const field = (name: string) => translate(`resources.members.fields.${name}`);
  const all = `/members?filter=${encodeURIComponent(JSON.stringify(garage ? {} : of))}`;
  return (
    <SectionCard title={t('directory.section.people')} action={total > SHOWN && <Button component={Link} to={all}>{t('directory.see_all', { total })}</Button>}>
      <MiniTable
        head={[{ label: field('login_id') }, { label: field('display_name') }, { label: field('role') }, { label: field('site_id') }, { label: field('last_sign_in_at'), align: 'center' }]}
        rows={data.map((person) => ({
          key: person.id,
          cells: [
            <Link key="id" to={`/members/${person.id}/show`}>{shownSignInName(String(person['login_id'] ?? person['email']))}</Link>, String(person['display_name']),
            `${wordOf('role', person['role'])}${person['disabled_at'] ? `（${t('member.state.disabled')}）` : ''}`, person['site']?.name ?? '', person['last_sign_in_at'] ? dateText(String(person['last_sign_in_at']), true) : t('member.never'),
          ],
        }))}
        empty={t('directory.people_none')} isPending={isPending} error={error}
      />
    </SectionCard>
  );
};

/** The people of a company or a site, for administrators. */
export const PeopleOf = (props: { of: { requester_id: number } | { site_id: number } }) => {
  const { canAccess } = useCanAccess({ resource: 'members', action: 'list' });
  return canAccess ? <People {...props} /> : null;
};
