import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Alert, Box, Button, Typography, useMediaQuery } from '@mui/material';
import { useRef } from 'react';
import type { CertificateCodes } from '../../../domain/certificateCodes.ts';
import { t } from '../../../i18n/translate.ts';
import { useCamera } from './useCamera.ts';
import { useCodes, type CodeNote } from './useCodes.ts';

/** What was read and what is still missing, in words and with a shape. */
const Pieces = ({ pieces }: Pick<CertificateCodes, 'pieces'>) => (
  <Box component="ul" aria-label={t('certificate.pieces')} aria-live="polite" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
    {pieces.map(({ name, read }) => (
      <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: read ? 'text.primary' : 'text.secondary' }}>
        {read ? <CheckCircle fontSize="small" color="success" /> : <RadioButtonUnchecked fontSize="small" />}
        {t(`certificate.piece.${name}`)}：{t(read ? 'certificate.piece_read' : 'certificate.piece_missing')}
      </Box>
    ))}
  </Box>
);

const Note = ({ note }: { note: CodeNote }) => {
  if (note === null) return null;
  if (note === 'reading') return <Typography role="status" color="text.secondary" sx={{ mt: 1 }}>{t('certificate.note.reading')}</Typography>;
  return <Alert severity={note === 'other_car' ? 'info' : 'warning'} sx={{ mt: 1 }}>{t(`certificate.note.${note}`)}</Alert>;
};

/** Chooses photographs, or takes one where the device has a camera app. */
const PhotoButton = ({ name, capture, onFiles }: { name: 'take_photo' | 'choose_photo'; capture?: 'environment'; onFiles: (files: File[]) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>{t(`certificate.${name}`)}</Button>
      <input
        ref={input} type="file" accept="image/*" hidden aria-label={t(`certificate.${name}`)} {...(capture ? { capture } : { multiple: true })}
        onChange={({ target }) => { onFiles([...(target.files ?? [])]); target.value = ''; }}
      />
    </>
  );
};

/** The two-dimensional codes of a certificate by camera or photograph, in any order. */
export const FromCodes = ({ onRead }: { onRead: (codes: CertificateCodes) => void }) => {
  const { codes, note, begin, look, take } = useCodes(onRead);
  const { video, on, problem, start, stop } = useCamera(look);
  const touch = useMediaQuery('(pointer: coarse)');
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('certificate.camera_hint')}</Typography>
      {problem !== null && <Alert severity="error" sx={{ mb: 1 }}>{t(`certificate.camera_problem.${problem}`)}</Alert>}
      <Box component="video" ref={video} muted playsInline aria-label={t('certificate.camera_view')} sx={{ width: '100%', maxHeight: '45vh', bgcolor: 'black', display: on ? 'block' : 'none', borderRadius: 1, mb: 1 }} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {on ? <Button variant="outlined" onClick={stop}>{t('certificate.camera_stop')}</Button> : <Button variant="contained" onClick={() => { begin(); start(); }}>{t('certificate.camera_start')}</Button>}
        {touch && <PhotoButton name="take_photo" capture="environment" onFiles={(files) => void take(files)} />}
        <PhotoButton name="choose_photo" onFiles={(files) => void take(files)} />
      </Box>
      <Note note={note} />
      {codes.pieces.length > 0 && <Pieces pieces={codes.pieces} />}
    </>
  );
};
