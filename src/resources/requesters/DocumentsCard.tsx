import DownloadIcon from '@mui/icons-material/Download';
import { useQuery } from '@tanstack/react-query';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify, useRecordContext, type RaRecord } from 'react-admin';
import { saveFile } from '../../components/download.ts';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { DOCUMENTS, type DocumentKind, type StoredDocument } from '../../providers/documents.ts';
import { toAppError } from '../../providers/errors.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const COMPLETE = ['registered', 'sites_ready', 'account_pending', 'in_use', 'changing'];

/** Puts a file in its place; the old one is gone. */
const PutButton = ({ requesterId, kind, file, exists, onStored, onFailure }: { requesterId: number; kind: DocumentKind; file: string; exists: boolean; onStored: () => void; onFailure: (text: string) => void }) => {
  const { documents } = useActions();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const put = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const ending = file.slice(file.lastIndexOf('.'));
    if (!chosen.name.toLowerCase().endsWith(ending)) { onFailure(t('document.types')); return; }
    if (chosen.size > MAX_BYTES) { onFailure(t('document.too_large')); return; }
    setBusy(true);
    try {
      await documents.store(requesterId, kind, chosen);
      notify(t('document.stored', { name: t(`document.${kind}`) }), { type: 'success' });
      onStored();
    } catch (error) {
      onFailure(toAppError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button disabled={busy} onClick={() => input.current?.click()}>{t(exists ? 'document.replace' : 'document.put')}</Button>
      <input ref={input} type="file" hidden accept={file.slice(file.lastIndexOf('.'))} aria-label={t(`document.${kind}`)} onChange={(event) => { void put(event.target.files?.[0]); event.target.value = ''; }} />
    </>
  );
};

const Line = ({ requesterId, one, stored, keeps, onStored }: { requesterId: number; one: (typeof DOCUMENTS)[number]; stored: StoredDocument | undefined; keeps: boolean; onStored: () => void }) => {
  const { documents } = useActions();
  const [failure, setFailure] = useState('');
  const name = t(`document.${one.kind}`);
  const take = async () => {
    setFailure('');
    try {
      saveFile(await documents.download(requesterId, one.kind), `${name}${one.file.slice(one.file.lastIndexOf('.'))}`);
    } catch (error) {
      setFailure(toAppError(error).message);
    }
  };
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: '14rem' }}>
        {name}
        <Typography color="text.secondary" sx={{ fontSize: '0.75rem' }}>{stored === undefined ? t('document.missing') : t('document.at', { at: dateText(stored.storedAt, true) })}・{t(one.kind === 'ainas_notice' ? 'document.notice_hint' : 'document.certificate_hint')}</Typography>
      </Box>
      <Button variant="outlined" startIcon={<DownloadIcon />} disabled={stored === undefined} aria-label={`${name} ${t('action.download')}`} onClick={() => void take()}>{t('action.download')}</Button>
      {keeps && <PutButton requesterId={requesterId} kind={one.kind} file={one.file} exists={stored !== undefined} onStored={onStored} onFailure={setFailure} />}
      {failure !== '' && <Alert severity="error" sx={{ width: '100%' }}>{failure}</Alert>}
    </Box>
  );
};

const Lines = ({ requester, keeps }: { requester: RaRecord; keeps: boolean }) => {
  const { documents } = useActions();
  const id = Number(requester.id);
  const { data = [], error, refetch } = useQuery({ queryKey: ['requester_documents', id], queryFn: () => documents.list(id) });
  const complete = COMPLETE.includes(String(requester['onboarding_status']));
  return (
    <SectionCard title={t('document.title')}>
      {error && <Alert severity="error">{toAppError(error).message}</Alert>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {DOCUMENTS.map((one) => <Line key={one.kind} requesterId={id} one={one} stored={data.find(({ kind }) => kind === one.kind)} keeps={keeps} onStored={() => void refetch()} />)}
      </Box>
      {!keeps && (!complete || data.length < DOCUMENTS.length) && <Typography color="text.secondary" sx={{ mt: 0.5, fontSize: '0.8125rem' }}>{t(complete ? 'document.missing_hint' : 'document.locked')}</Typography>}
    </SectionCard>
  );
};

/** AINAS利用登録通知書 and クライアント証明書等: kept by the office, taken by the administrator of the company (docs/domain.md §2.12). */
export const DocumentsCard = () => {
  const { role, branch } = useProfile();
  const requester = useRecordContext();
  if (requester === undefined) return null;
  const keeps = role === 'hq_admin' || (role === 'branch_admin' && requester['branch_id'] === branch?.id);
  if (!keeps && role !== 'requester_admin') return null;
  return <Lines requester={requester} keeps={keeps} />;
};
