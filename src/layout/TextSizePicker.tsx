import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { t } from '../i18n/translate.ts';
import { useTextSize, type TextSize } from './textSize.ts';

/** 文字サイズ 標準 / 大 / 特大. */
export const TextSizePicker = () => {
  const [size, setSize] = useTextSize();
  return (
    <ToggleButtonGroup
      size="small" exclusive value={size} aria-label={t('topbar.text_size')}
      onChange={(_, next: TextSize | null) => next && setSize(next)}
      sx={{ flex: 'none', '& .MuiToggleButton-root': { color: 'inherit', borderColor: 'currentColor', px: 0.75, py: 0, height: '1.5rem', opacity: 0.75, '&.Mui-selected': { opacity: 1, color: 'inherit', bgcolor: 'rgba(127,127,127,.35)' } } }}
    >
      <ToggleButton value="standard">{t('topbar.size_standard')}</ToggleButton>
      <ToggleButton value="large">{t('topbar.size_large')}</ToggleButton>
      <ToggleButton value="largest">{t('topbar.size_largest')}</ToggleButton>
    </ToggleButtonGroup>
  );
};
