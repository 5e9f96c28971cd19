import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh, useUpdate } from 'react-admin';
import { TypedConfirmDialog } from '../../components/TypedConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { mayCloseSite, mayConfirmSite } from './siteRights.ts';
import { useSiteWords } from './siteWords.ts';

/** 届出の確認 with one click, and 廃止 with a typed confirmation. */
export const SiteActs = () => {
  const site = useRecordContext();
  const me = useProfile();
  const words = useSiteWords();
  const [closing, setClosing] = useState(false);
  const [update, { isPending }] = useUpdate();
  const notify = useNotify();
  const refresh = useRefresh();
  if (site === undefined) return null;

  const become = (status: 'active' | 'closed', done: string) => update('sites', { id: site.id, data: { status }, previousData: site }, {
    mutationMode: 'pessimistic',
    onSuccess: () => { notify(done, { type: 'success' }); setClosing(false); refresh(); },
    onError: (error: unknown) => { notify(toAppError(error).message, { type: 'error' }); setClosing(false); },
  });
  const name = String(site['name']);
  return (
    <>
      {mayConfirmSite(me, site) && <Button variant="contained" disabled={isPending} onClick={() => void become('active', t('site.confirmed', { name }))}>{t('site.confirm')}</Button>}
      {mayCloseSite(me, site) && <Button color="error" disabled={isPending} onClick={() => setClosing(true)}>{words.close}</Button>}
      <TypedConfirmDialog
        open={closing} title={t('site.close_title', { name })} word={String(site['code'])} busy={isPending} confirmLabel={words.close}
        onConfirm={() => void become('closed', t('site.closed', { name }))} onClose={() => setClosing(false)}
      >
        <Typography>{t('site.close_text')}</Typography>
      </TypedConfirmDialog>
    </>
  );
};
