import UploadFile from '@mui/icons-material/UploadFile';
import { Box, Button, Typography } from '@mui/material';
import { useRef, useState, type DragEvent } from 'react';
import { t } from '../i18n/translate.ts';

const sizeText = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024).toLocaleString('ja-JP')} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

const fits = (file: File, accept: string): boolean => accept.split(',').some((end) => file.name.toLowerCase().endsWith(end.trim()));

/** One file, dropped or chosen. `accept` lists endings: ".csv,.xlsx". */
export const FileDrop = ({ file, accept, onFile, disabled = false }: { file: File | null; accept: string; onFile: (file: File) => void; disabled?: boolean }) => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState(false);
  const take = (chosen: File | undefined) => {
    if (chosen === undefined || disabled) return;
    setRefused(!fits(chosen, accept));
    if (fits(chosen, accept)) onFile(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Box
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
      sx={{ border: '2px dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, p: 2, display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', bgcolor: 'background.paper' }}
    >
      <UploadFile color={over ? 'primary' : 'disabled'} />
      <Typography sx={{ flex: 1, minWidth: '12rem' }}>{file === null ? t('file.drop') : t('file.chosen', { name: file.name, size: sizeText(file.size) })}</Typography>
      <Button variant="outlined" disabled={disabled} onClick={() => input.current?.click()}>{file === null ? t('action.choose_file') : t('action.change_file')}</Button>
      <input
        ref={input} type="file" accept={accept} hidden aria-label={t('action.choose_file')}
        onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }}
      />
      {refused && <Typography role="alert" color="error" sx={{ width: '100%' }}>{t('file.wrong_type', { types: accept })}</Typography>}
    </Box>
  );
};
