import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { wordOf, dateText } from '../../components/values.ts';
import { shownSignInName } from '../../domain/loginId.ts';
import { t, translate } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Turn } from '../../theme/tones.ts';
import { memberState, type MemberState } from './memberRights.ts';

const PAGES = ['list', 'show', 'edit', 'create', 'create_site_admin', 'reset', 'delete', 'site'] as const;

/** A garage reads the manual's words (依頼人ユーザー…), the office ユーザー. */
export const useMemberWords = () => {
  const garage = reachOf(useProfile().role) === 'garage';
  return { garage, ...(Object.fromEntries(PAGES.map((name) => [name, translate(`member.${garage ? 'garage' : 'office'}.${name}`)])) as Record<(typeof PAGES)[number], string>) };
};

const TURNS: Record<MemberState, Turn> = { active: 'done', disabled: 'ended', locked: 'trouble', initial: 'requester', expired: 'trouble' };

export const MemberStateField = () => {
  const { today } = useProfile();
  const record = useRecordContext();
  const [now] = useState(() => new Date());
  if (record === undefined) return null;
  const state = memberState(record, today, now);
  return <StatusBadge label={wordOf('member.state', state)} turn={TURNS[state]} />;
};

export const signInNameOf = (member: Record<string, unknown>): string => shownSignInName(String(member['login_id'] ?? member['email'] ?? ''));
export const SignInName = () => <>{signInNameOf(useRecordContext() ?? {})}</>;

const nameOf = (embedded: unknown): string => (embedded !== null && typeof embedded === 'object' ? `${Reflect.get(embedded, 'code')} ${Reflect.get(embedded, 'name')}` : '');
/** The branch or the company where the person works. */
export const placeOfMember = (member: Record<string, unknown>): string =>
  [nameOf(member['branch']), nameOf(member['requester'])].find((place) => place !== '') ?? t('topbar.head_office');
export const PlaceOfMember = () => <>{placeOfMember(useRecordContext() ?? {})}</>;

/** 拠点: a submitter or preparer without one works for all of them. */
export const siteOfMember = (member: Record<string, unknown>): string => {
  const site = nameOf(member['site']);
  if (site !== '') return site;
  return member['requester_id'] ? t('member.all_sites') : t('format.none');
};
export const SiteOfMember = () => <>{siteOfMember(useRecordContext() ?? {})}</>;

export const LastSignIn = () => {
  const at: unknown = useRecordContext()?.['last_sign_in_at'];
  return <>{typeof at === 'string' ? dateText(at, true) : t('member.never')}</>;
};
export const PasswordExpiry = () => {
  const day: unknown = useRecordContext()?.['password_expires_on'];
  return <>{typeof day === 'string' ? dateText(day) : t('member.no_expiry')}</>;
};
