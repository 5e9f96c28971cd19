import { FormHelperText } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useUpdate, type RaRecord } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';
import { isGoodSetting } from './settingKinds.ts';
import { SettingInput } from './SettingInput.tsx';

/** Changes one setting; the change is logged. A refusal keeps what was typed and reads the list again. */
export const SettingDialog = ({ setting, onClose }: { setting: RaRecord; onClose: () => void }) => {
  const [value, setValue] = useState<unknown>(setting['value']);
  const [update, { isPending }] = useUpdate();
  const notify = useNotify();
  const refresh = useRefresh();
  const label = String(setting['label_ja']);
  const good = isGoodSetting(String(setting.id), value);
  const save = () => update('settings', { id: setting.id, data: { value }, previousData: setting }, {
    mutationMode: 'pessimistic',
    onSuccess: () => { notify(t('setting.changed', { label }), { type: 'success' }); onClose(); },
    onError: (error: unknown) => { notify(toAppError(error).message, { type: 'error' }); refresh(); },
  });
  return (
    <ConfirmDialog open title={label} busy={isPending} disabled={!good} onConfirm={() => void save()} onClose={onClose}>
      <SettingInput settingKey={String(setting.id)} value={value} onChange={setValue} />
      {!good && <FormHelperText error role="alert">{t('setting.invalid')}</FormHelperText>}
    </ConfirmDialog>
  );
};
