import { Box, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import { t } from '../../i18n/translate.ts';
import { HeaderInputs } from './HeaderInputs.tsx';
import { ItemInputs } from './ItemInputs.tsx';
import { isObject, specOfSetting } from './settingKinds.ts';

type Props = { settingKey: string; value: unknown; onChange: (value: unknown) => void };

const HOURS = [['open', 'time'], ['close', 'time'], ['closed_from', 'text'], ['closed_to', 'text']] as const;
const HourInputs = ({ value, onChange }: Omit<Props, 'settingKey'>) => {
  const hours = isObject(value) ? value : {};
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
      {HOURS.map(([name, type]) => (
        <TextField
          key={name} label={t(`setting.${name}`)} type={type} value={String(hours[name] ?? '')} onChange={(event) => onChange({ ...hours, [name]: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
    </Box>
  );
};

const CONSIGNOR = ['code', 'name', 'bank_code', 'bank_name', 'branch_code', 'branch_name', 'account_number'] as const;
/** 委託者 of the bank files: its code, name and own account. */
const ConsignorInputs = ({ value, onChange }: Omit<Props, 'settingKey'>) => {
  const consignor = isObject(value) ? value : {};
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, pt: 1 }}>
      {CONSIGNOR.map((name) => <TextField key={name} label={t(`setting.consignor.${name}`)} value={String(consignor[name] ?? '')} onChange={(event) => onChange({ ...consignor, [name]: event.target.value })} />)}
      <TextField select label={t('setting.consignor.account_type')} value={String(consignor['account_type'] ?? 'ordinary')} onChange={(event) => onChange({ ...consignor, account_type: event.target.value })}>
        {(['ordinary', 'checking'] as const).map((type) => <MenuItem key={type} value={type}>{t(`setting.consignor.${type}`)}</MenuItem>)}
      </TextField>
    </Box>
  );
};

const asNumber = (text: string): number | string | null => {
  if (text.trim() === '') return null;
  const number = Number(text.normalize('NFKC'));
  return Number.isNaN(number) ? text : number;
};

/** The input that fits a setting; empties mean 無期限 or 未設定 where that is allowed. */
export const SettingInput = ({ settingKey, value, onChange }: Props) => {
  const { kind, none, hint } = specOfSetting(settingKey, value);
  const helperText = [hint === undefined ? '' : t(hint), none === undefined ? '' : `（${t(none)}）`].join('');
  if (kind === 'switch') return <FormControlLabel control={<Switch checked={value === true} onChange={(event) => onChange(event.target.checked)} />} label={t(value === true ? 'setting.on' : 'setting.off')} />;
  if (kind === 'hours') return <HourInputs value={value} onChange={onChange} />;
  if (kind === 'consignor') return <ConsignorInputs value={value} onChange={onChange} />;
  if (kind === 'items') return <ItemInputs value={value} onChange={onChange} />;
  if (kind === 'headers') return <HeaderInputs value={value} onChange={onChange} />;
  if (kind === 'rounding') {
    return (
      <TextField select fullWidth autoFocus value={String(value)} onChange={(event) => onChange(event.target.value)}>
        {(['floor', 'round', 'ceil'] as const).map((rounding) => <MenuItem key={rounding} value={rounding}>{t(`setting.rounding.${rounding}`)}</MenuItem>)}
      </TextField>
    );
  }
  const text = value === null || value === undefined ? '' : String(value);
  const change = (typed: string) => onChange(kind === 'number' ? asNumber(typed) : typed === '' && none !== undefined ? null : typed);
  return <TextField fullWidth autoFocus value={text} helperText={helperText} onChange={(event) => change(event.target.value)} slotProps={{ htmlInput: kind === 'number' ? { inputMode: 'numeric' } : {} }} />;
};
