import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { importFiles, importKinds, type ImportKind } from '../../domain/imports/parse.ts';
import { t } from '../../i18n/translate.ts';
import { headersOf } from './settingKinds.ts';

/** Headers of the office's files where they are not named as usual: one kind of file at a time. */
export const HeaderInputs = ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => {
  const [kind, setKind] = useState<ImportKind>('ainas');
  const headers = headersOf(value);
  const own = headers[kind] ?? {};
  const write = (field: string, text: string) => {
    const { [field]: _, ...others } = own;
    const next = text === '' ? others : { ...others, [field]: text };
    onChange(headersOf({ ...headers, [kind]: next }));
  };
  return (
    <>
      <Typography>{t('setting.headers_hint')}</Typography>
      <TextField select fullWidth label={t('setting.kind')} value={kind} onChange={(event) => setKind(importKinds.find((one) => one === event.target.value) ?? 'ainas')}>
        {importKinds.map((one) => <MenuItem key={one} value={one}>{t(`setting.import_kind.${one}`)}</MenuItem>)}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(8rem, 1fr) 1.5fr', columnGap: 1, alignItems: 'center', maxHeight: '50vh', overflow: 'auto' }}>
        <Typography color="text.secondary">{t('setting.header_usual')}</Typography>
        <Typography color="text.secondary">{t('setting.header_file')}</Typography>
        {Object.entries(importFiles[kind].fields).map(([field, { header }]) => [
          <span key={`${field}-usual`}>{header}</span>,
          <TextField
            key={`${kind}-${field}`} margin="none" value={own[field] ?? ''} placeholder={header} onChange={(event) => write(field, event.target.value)}
            slotProps={{ htmlInput: { 'aria-label': `${header} ${t('setting.header_file')}` } }}
          />,
        ])}
      </Box>
    </>
  );
};
