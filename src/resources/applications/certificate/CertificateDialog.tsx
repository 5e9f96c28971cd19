import { Alert, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, Tab, Tabs, TextField, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { FileDrop } from '../../../components/FileDrop.tsx';
import { isComplete, readCertificateCodes, symbolsOfText } from '../../../domain/certificateCodes.ts';
import { decodeCertificateFile, readCertificateFile, type CertificateMapping } from '../../../domain/certificateFile.ts';
import type { CertificateData } from '../../../domain/certificateText.ts';
import { t } from '../../../i18n/translate.ts';
import { useProfile } from '../../../providers/context.tsx';
import { CertificateFound } from './CertificateFound.tsx';
import { FromCodes } from './FromCodes.tsx';
import { foundIn, type Typed } from './found.ts';

/** `waiting`: 満了日 may still come with the next code. */
type Read = (data: CertificateData | null, waiting?: boolean) => void;

const FromFile = ({ onRead }: { onRead: Read }) => {
  const { settings } = useProfile();
  const [file, setFile] = useState<File | null>(null);
  const take = async (chosen: File) => {
    setFile(chosen);
    onRead(readCertificateFile(decodeCertificateFile(new Uint8Array(await chosen.arrayBuffer())), (settings['certificate_items'] ?? {}) as CertificateMapping));
  };
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('certificate.file_hint')}</Typography>
      <FileDrop file={file} accept=".json,.csv,.txt" onFile={(chosen) => void take(chosen)} />
    </>
  );
};

const FromCamera = ({ onRead }: { onRead: Read }) => <FromCodes onRead={(codes) => onRead(codes.data, !isComplete(codes))} />;

const FromText = ({ onRead }: { onRead: Read }) => (
  <TextField
    label={t('certificate.text_label')} helperText={t('certificate.text_hint')} multiline minRows={4} fullWidth autoFocus
    onChange={(event) => onRead(event.target.value.trim() === '' ? null : readCertificateCodes(symbolsOfText(event.target.value)).data)}
  />
);

const TABS = { camera: FromCamera, file: FromFile, text: FromText } as const;
type TabName = keyof typeof TABS;

type Props = { typed: Typed; onUse: (values: Record<string, unknown>) => void; onClose: () => void };

/** 車検証を読む: codes by camera or photograph, a file, or pasted text; what was read is shown before it fills the form. */
export const CertificateDialog = ({ typed, onUse, onClose }: Props) => {
  const [tab, setTab] = useState<TabName>('camera');
  const [data, setData] = useState<CertificateData | null>();
  const [waiting, setWaiting] = useState(false);
  const [replace, setReplace] = useState(true);
  const phone = useMediaQuery('(max-width: 599px)');
  const Way = TABS[tab];
  const take: Read = (read, more = false) => {
    setData(read);
    setWaiting(more);
  };
  const items = data ? foundIn(data, typed) : [];
  const replaced = items.filter(({ before }) => before !== '');
  const used = items.filter(({ before }) => replace || before === '');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" fullScreen={phone} aria-label={t('certificate.title')}>
      <DialogTitle sx={{ fontSize: '1rem', fontWeight: 700 }}>{t('certificate.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1 }}>{t('certificate.explain')}</Typography>
        <Tabs value={tab} onChange={(_, next: TabName) => { setTab(next); setData(undefined); }} sx={{ mb: 1, '& .MuiTab-root': { minWidth: 0, px: 1.5 } }}>
          {(Object.keys(TABS) as TabName[]).map((name) => <Tab key={name} value={name} label={t(`certificate.${name}`)} />)}
        </Tabs>
        <Way onRead={take} />
        {data === null && <Alert severity="warning" sx={{ mt: 1 }}>{t('certificate.nothing')}</Alert>}
        {data && <CertificateFound items={items} withoutExpiry={data.expiresOn === null && !waiting} />}
        {replaced.length > 0 && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {t('certificate.replaces')}
            <FormControlLabel control={<Checkbox size="small" checked={replace} onChange={(_, on) => setReplace(on)} />} label={t('certificate.replace')} sx={{ display: 'flex', ml: 0 }} />
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button variant="contained" disabled={used.length === 0} onClick={() => onUse(Object.assign({}, ...used.map(({ values }) => values)))}>{t('certificate.use')}</Button>
      </DialogActions>
    </Dialog>
  );
};
