import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useGetList, type RaRecord } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { SettingDialog } from './SettingDialog.tsx';
import { GROUPS, settingText, specOfSetting } from './settingKinds.ts';

const Setting = ({ setting, onEdit }: { setting: RaRecord; onEdit: (() => void) | undefined }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr auto', md: 'minmax(18rem, 1fr) minmax(12rem, 1.2fr) auto auto' }, columnGap: 2, alignItems: 'center', borderBottom: 1, borderColor: 'divider', minHeight: '2.5rem', py: 0.25 }}>
    <Box component="dt" sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, color: 'text.secondary' }}>{String(setting['label_ja'])}</Box>
    <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{settingText(String(setting.id), setting['value'])}</Box>
    <Typography color="text.secondary" sx={{ fontSize: '0.75rem', display: { xs: 'none', md: 'block' } }}>{t('setting.updated_at', { at: dateText(String(setting['updated_at']), true) })}</Typography>
    {onEdit && <Button onClick={onEdit} aria-label={`${String(setting['label_ja'])} ${t('setting.edit')}`}>{t('setting.edit')}</Button>}
  </Box>
);

/** 設定, by what they are about; only 本部管理者 changes them. */
export const SettingList = () => {
  const { data = [], isPending, error } = useGetList('settings', { pagination: { page: 1, perPage: 200 }, sort: { field: 'key', order: 'ASC' } });
  const reader = useCanAccess({ resource: 'settings', action: 'list' });
  const writer = useCanAccess({ resource: 'settings', action: 'edit' });
  const [editedKey, setEditedKey] = useState<RaRecord['id']>();
  // as it is in the list now: after a refusal the next attempt carries the version that has been read since
  const editing = data.find((setting) => setting.id === editedKey);
  if (reader.canAccess === false) return <ForbiddenPage />;
  if (isPending || reader.isPending) return <LoadingPage />;
  return (
    <>
      <PageTitle title={t('resources.settings.name')} />
      {error && <Alert severity="error">{error.message}</Alert>}
      {writer.canAccess === false && <Alert severity="info" sx={{ mb: 1 }}>{t('setting.read_only')}</Alert>}
      {GROUPS.map((group) => {
        const settings = data.filter((setting) => specOfSetting(String(setting.id), setting['value']).group === group);
        return settings.length > 0 && (
          <SectionCard key={group} title={t(`setting.group.${group}`)}>
            <Box component="dl" sx={{ m: 0 }}>{settings.map((setting) => <Setting key={setting.id} setting={setting} onEdit={writer.canAccess ? () => setEditedKey(setting.id) : undefined} />)}</Box>
          </SectionCard>
        );
      })}
      {editing !== undefined && <SettingDialog key={editing.id} setting={editing} onClose={() => setEditedKey(undefined)} />}
    </>
  );
};
