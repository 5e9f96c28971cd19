import { MenuItem, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../i18n/translate.ts';

export type Template = RaRecord & { name: string; site_id: number | null; vehicle_kind: string | null; is_default: boolean; values: Record<string, unknown> };

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false;

/** The site's own before the company's, then by name. */
const inOrder = (a: Template, b: Template): number => Number(a.site_id === null) - Number(b.site_id === null) || a.name.localeCompare(b.name, 'ja');

/** 申請テンプレート of the chosen site and kind. `fresh`: a new form, into which the default one is put by itself, in blank fields. */
export const TemplatePicker = ({ fresh }: { fresh: boolean }) => {
  const { setValue, getValues } = useFormContext();
  const [site, kind] = useWatch({ name: ['site_id', 'vehicle_kind'] }) as [unknown, unknown];
  const [chosen, setChosen] = useState<number | ''>('');
  const asked = useRef(false);
  const { data } = useGetList<Template>('application_templates', { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } }, { staleTime: 60_000 });
  const templates = (data ?? []).filter((row) => (row.site_id ?? site) === site && (row.vehicle_kind ?? kind) === kind).toSorted(inOrder);
  const preset = fresh ? templates.find((row) => row.is_default) : undefined;

  useEffect(() => {
    if (preset === undefined || asked.current) return;
    asked.current = true;
    for (const [name, value] of Object.entries(preset.values)) {
      const now: unknown = getValues(name);
      if (isBlank(now) || (name === 'update_method' && now === 'office')) setValue(name, value, { shouldDirty: true });
    }
    setChosen(Number(preset.id));
  }, [preset, getValues, setValue]);

  if (templates.length === 0) return null;
  const choose = (id: string) => {
    const template = templates.find((row) => String(row.id) === id);
    setChosen(template === undefined ? '' : Number(template.id));
    for (const [name, value] of Object.entries(template?.values ?? {})) setValue(name, value, { shouldDirty: true, shouldTouch: true });
  };
  return (
    <TextField select label={t('template.label')} value={chosen === '' ? '' : String(chosen)} onChange={(event) => choose(event.target.value)} sx={{ minWidth: '14rem', mb: 1 }}>
      <MenuItem value="">{t('template.none')}</MenuItem>
      {templates.map((row) => <MenuItem key={row.id} value={String(row.id)}>{row.name}</MenuItem>)}
    </TextField>
  );
};
