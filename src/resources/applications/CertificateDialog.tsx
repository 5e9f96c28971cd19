import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Tab, Tabs, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { FileDrop } from '../../components/FileDrop.tsx';
import { readCertificateCodes, symbolsOf } from '../../domain/certificateCodes.ts';
import { decodeCertificateFile, readCertificateFile, type CertificateMapping } from '../../domain/certificateFile.ts';
import type { CertificateData } from '../../domain/certificateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { CertificateFound } from './CertificateFound.tsx';
import { canReadCodes, readPicture, useCamera } from './useCamera.ts';

type Read = (data: CertificateData | null) => void;
const PICTURES = '.png,.jpg,.jpeg,.webp,.heic';

const FromFile = ({ onRead }: { onRead: Read }) => {
  const { settings } = useProfile();
  const [file, setFile] = useState<File | null>(null);
  const [empty, setEmpty] = useState(false);
  const take = async (chosen: File) => {
    setFile(chosen);
    setEmpty(false);
    if (PICTURES.split(',').some((end) => chosen.name.toLowerCase().endsWith(end))) {
      const texts = await readPicture(chosen).catch(() => []);
      setEmpty(texts.length === 0);
      onRead(texts.length === 0 ? null : readCertificateCodes(texts));
      return;
    }
    onRead(readCertificateFile(decodeCertificateFile(new Uint8Array(await chosen.arrayBuffer())), (settings['certificate_items'] ?? {}) as CertificateMapping));
  };
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('certificate.file_hint')}</Typography>
      <FileDrop file={file} accept={`.json,.csv,.txt${canReadCodes() ? `,${PICTURES}` : ''}`} onFile={(chosen) => void take(chosen)} />
      {empty && <Alert severity="warning" sx={{ mt: 1 }}>{t('certificate.no_code')}</Alert>}
    </>
  );
};

const FromCamera = ({ onRead }: { onRead: Read }) => {
  const [seen, setSeen] = useState<string[]>([]);
  const { video, on, refused, start, stop } = useCamera((texts) => {
    const all = [...new Set([...seen, ...texts])];
    if (all.length === seen.length) return false;
    setSeen(all);
    const data = readCertificateCodes(all);
    onRead(data);
    return data !== null && data.kind !== null && all.length >= symbolsOf(data.kind);
  });
  if (!canReadCodes()) return <Alert severity="info">{t('certificate.camera_missing')}</Alert>;
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('certificate.camera_hint')}</Typography>
      {refused && <Alert severity="error" sx={{ mb: 1 }}>{t('certificate.camera_refused')}</Alert>}
      <Box component="video" ref={video} muted playsInline sx={{ width: '100%', maxHeight: '40vh', bgcolor: 'black', display: on ? 'block' : 'none', borderRadius: 1, mb: 1 }} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {on ? <Button variant="outlined" onClick={stop}>{t('certificate.camera_stop')}</Button> : <Button variant="contained" onClick={start}>{t('certificate.camera_start')}</Button>}
        <Typography aria-live="polite">{t('certificate.camera_found', { count: seen.length })}</Typography>
      </Box>
    </>
  );
};

const FromText = ({ onRead }: { onRead: Read }) => (
  <TextField
    label={t('certificate.text_label')} helperText={t('certificate.text_hint')} multiline minRows={4} fullWidth autoFocus
    onChange={(event) => onRead(event.target.value.trim() === '' ? null : readCertificateCodes(event.target.value.split('\n')))}
  />
);

const TABS = { file: FromFile, camera: FromCamera, text: FromText } as const;
type TabName = keyof typeof TABS;

/** 車検証を読む: a file, the camera or pasted text; what was read is shown before it fills the form. */
export const CertificateDialog = ({ onUse, onClose }: { onUse: (data: CertificateData) => void; onClose: () => void }) => {
  const [tab, setTab] = useState<TabName>('file');
  const [data, setData] = useState<CertificateData | null>();
  const Way = TABS[tab];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-label={t('certificate.title')}>
      <DialogTitle sx={{ fontSize: '1rem', fontWeight: 700 }}>{t('certificate.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1 }}>{t('certificate.explain')}</Typography>
        <Tabs value={tab} onChange={(_, next: TabName) => { setTab(next); setData(undefined); }} sx={{ mb: 1 }}>
          {(Object.keys(TABS) as TabName[]).map((name) => <Tab key={name} value={name} label={t(`certificate.${name}`)} />)}
        </Tabs>
        <Way onRead={setData} />
        {data === null && <Alert severity="warning" sx={{ mt: 1 }}>{t('certificate.nothing')}</Alert>}
        {data && <CertificateFound data={data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button variant="contained" disabled={!data} onClick={() => data && onUse(data)}>{t('certificate.use')}</Button>
      </DialogActions>
    </Dialog>
  );
};
