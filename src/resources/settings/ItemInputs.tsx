import { Box, TextField, Typography } from '@mui/material';
import { certificateItems } from '../../domain/certificateFile.ts';
import { t } from '../../i18n/translate.ts';
import { isObject } from './settingKinds.ts';

/** Names of the items in the file of the 車検証閲覧アプリ where a new version has renamed them. */
export const ItemInputs = ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => {
  const own: Record<string, unknown> = isObject(value) ? value : {};
  const write = (item: string, name: string) => {
    const { [item]: _, ...others } = own;
    onChange(name.trim() === '' ? others : { ...others, [item]: name.trim() });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(8rem, 1fr) 1.5fr', columnGap: 1, alignItems: 'center', maxHeight: '50vh', overflow: 'auto' }}>
      <Typography color="text.secondary">{t('setting.header_usual')}</Typography>
      <Typography color="text.secondary">{t('setting.header_file')}</Typography>
      {Object.entries(certificateItems).map(([item, usual]) => [
        <span key={`${item}-usual`}>{usual}</span>,
        <TextField key={item} margin="none" value={String(own[item] ?? '')} placeholder={usual} onChange={(event) => write(item, event.target.value)} slotProps={{ htmlInput: { 'aria-label': usual } }} />,
      ])}
    </Box>
  );
};
