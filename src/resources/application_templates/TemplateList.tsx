import { Box } from '@mui/material';
import { DataTable, useGetMany, useRecordContext, type RaRecord } from 'react-admin';
import { ClippedField, TextCol } from '../../components/fields.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import { wordOf } from '../../components/values.ts';
import { hasMessage, t, translate } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';

type Template = RaRecord & { name: string; site_id: number | null; vehicle_kind: string | null; is_default: boolean; values: Record<string, unknown> };

const Site = () => {
  const id = useRecordContext<Template>()?.site_id ?? null;
  const { data = [] } = useGetMany('sites', { ids: id === null ? [] : [id] });
  return <span>{id === null ? t('template.all_sites') : `${data[0]?.['code'] ?? ''} ${data[0]?.['name'] ?? ''}`}</span>;
};
const Kind = () => {
  const kind = useRecordContext<Template>()?.vehicle_kind ?? null;
  return <span>{kind === null ? t('template.both_kinds') : wordOf('vehicle_kind', kind)}</span>;
};

const labelOf = (field: string): string => translate(`resources.applications.fields.${field}`);
const valueOf = (field: string, value: unknown): string => {
  if (value === true) return t('case.yes');
  const key = `${field === 'update_method' ? 'update_method.any' : field}.${String(value)}`;
  return hasMessage(key) ? translate(key) : String(value);
};
const Values = () => {
  const words = Object.entries(useRecordContext<Template>()?.values ?? {}).map(([field, value]) => `${labelOf(field)}：${valueOf(field, value)}`).join('、');
  return <Box component="span" title={words} sx={{ display: 'block', maxWidth: '36rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: { sm: 'nowrap' } }}>{words}</Box>;
};
const Default = () => <span>{useRecordContext<Template>()?.is_default === true ? t('template.default_yes') : ''}</span>;

const card = (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}><strong><ClippedField source="name" /></strong><Default /></Box>
    <Box><Site />・<Kind /></Box>
    <Values />
  </Box>
);

/** 申請テンプレート管理. */
export const TemplateList = () => {
  const { role } = useProfile();
  return (
    <OfficeList card={card} rowClick={canAccess(role, { resource: 'application_templates', action: 'edit' }) ? 'edit' : false}>
      <TextCol source="name" />
      <DataTable.Col source="site_id" disableSort><Site /></DataTable.Col>
      <DataTable.Col source="vehicle_kind" disableSort><Kind /></DataTable.Col>
      <DataTable.Col source="is_default" disableSort><Default /></DataTable.Col>
      <DataTable.Col source="values" disableSort><Values /></DataTable.Col>
    </OfficeList>
  );
};
