import { Button, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { TypedConfirmDialog } from '../../components/TypedConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { isMyself, mayAdminister } from './memberRights.ts';
import { placeOfMember, signInNameOf, useMemberWords } from './memberWords.tsx';
import type { Issued } from './PasswordNotice.tsx';
import { useMemberAct } from './useMemberAct.ts';

type Asked = 'reset' | 'factor' | 'disable' | 'delete' | undefined;

const ResetFields = ({ text, ticked, onTick }: { text: string; ticked: boolean; onTick: (ticked: boolean) => void }) => (
  <>
    <Typography>{text}</Typography>
    <FormControlLabel sx={{ mt: 1 }} control={<Checkbox checked={ticked} onChange={(event) => onTick(event.target.checked)} />} label={t('member.reset_identity')} />
    <FormHelperText>{t('member.reset_identity_hint')}</FormHelperText>
  </>
);

/** パスワード再設定 and 二段階認証の解除 (after 本人確認), 停止 and its undoing, 削除. Not of oneself: there is パスワード変更. */
export const MemberActs = ({ onIssued }: { onIssued: (issued: Issued) => void }) => {
  const member = useRecordContext();
  const me = useProfile();
  const words = useMemberWords();
  const notify = useNotify();
  const redirect = useRedirect();
  const { run, busy } = useMemberAct();
  const [asked, ask] = useState<Asked>();
  const [identified, setIdentified] = useState(false);
  if (member === undefined || !mayAdminister(me, member) || isMyself(me, member)) return null;

  const name = String(member['display_name']);
  const request = { user_id: String(member.id), version: member['version'] };
  const close = () => { ask(undefined); setIdentified(false); };
  const reset = async () => {
    const answer = await run({ action: 'reset_password', ...request, identity_confirmed: identified });
    close();
    if (answer?.initial_password !== undefined) onIssued({ signInName: signInNameOf(member), name, place: placeOfMember(member), password: answer.initial_password });
  };
  const resetFactor = async () => {
    const answer = await run({ action: 'reset_factor', ...request, identity_confirmed: identified });
    close();
    if (answer !== undefined) notify(t('factor.reset_done', { name }), { type: 'success' });
  };
  const disable = async (action: 'disable' | 'enable') => {
    const answer = await run({ action, ...request });
    close();
    if (answer !== undefined) notify(t(action === 'disable' ? 'member.disabled_done' : 'member.enabled_done', { name }), { type: 'success' });
  };
  const remove = async () => {
    const answer = await run({ action: 'delete', ...request });
    close();
    if (answer === undefined) return;
    notify(t('member.deleted_done', { name }), { type: 'success' });
    redirect('list', 'members');
  };
  return (
    <>
      <Button onClick={() => ask('reset')}>{words.reset}</Button>
      <Button onClick={() => ask('factor')}>{t('factor.reset')}</Button>
      {member['disabled_at'] ? <Button disabled={busy} onClick={() => void disable('enable')}>{t('member.enable')}</Button> : <Button onClick={() => ask('disable')}>{t('member.disable')}</Button>}
      <Button color="error" onClick={() => ask('delete')}>{words.delete}</Button>
      <ConfirmDialog open={asked === 'reset'} title={t('member.reset_title', { name })} busy={busy} disabled={!identified} onConfirm={() => void reset()} onClose={close}>
        <ResetFields text={t('member.reset_text')} ticked={identified} onTick={setIdentified} />
      </ConfirmDialog>
      <ConfirmDialog open={asked === 'factor'} title={t('factor.reset_title', { name })} busy={busy} disabled={!identified} onConfirm={() => void resetFactor()} onClose={close}>
        <ResetFields text={t('factor.reset_text')} ticked={identified} onTick={setIdentified} />
      </ConfirmDialog>
      <ConfirmDialog open={asked === 'disable'} title={t('member.disable_title', { name })} confirmLabel={t('member.disable')} danger busy={busy} onConfirm={() => void disable('disable')} onClose={close}>
        <Typography>{t('member.disable_text')}</Typography>
      </ConfirmDialog>
      <TypedConfirmDialog open={asked === 'delete'} title={t('member.delete_title', { name })} word={signInNameOf(member)} confirmLabel={t('action.delete')} busy={busy} onConfirm={() => void remove()} onClose={close}>
        <Typography>{t('member.delete_text')}</Typography>
      </TypedConfirmDialog>
    </>
  );
};
