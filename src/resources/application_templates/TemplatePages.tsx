import { Alert } from '@mui/material';
import { AutocompleteInput, CreateBase, DeleteButton, EditBase, Form, ReferenceInput, SelectInput, TextInput, useEditContext, type RaRecord } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import { FormToolbar } from '../../components/FormToolbar.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { BackToList } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { zodResolver } from '../../components/zodResolver.ts';
import { needsRecordAgentNo, receiptBy, updateMethods } from '../../domain/application.ts';
import { applicationTemplate } from '../../domain/applicationTemplate.ts';
import { t, translate } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { useProfile } from '../../providers/context.tsx';
import { TickInput } from '../applications/TickInput.tsx';

const words = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const KINDS = [{ id: 'registered', name: t('form.kind_registered') }, { id: 'kei', name: t('form.kind_kei') }];
const PERIODS = [t('form.period_choices.designated_2'), t('form.period_choices.designated_1')].map((name) => ({ id: name, name }));
const siteName = (site: RaRecord) => `${site['code']} ${site['name']}`;
const find = (q: string) => ({ q });
const field = (name: string): string => translate(`resources.applications.fields.${name}`);

const Inputs = () => {
  const { role } = useProfile();
  const [kind, method] = useWatch({ name: ['vehicle_kind', 'values.update_method'] }) as [unknown, unknown];
  return (
    <>
      <SectionCard>
        <FormGrid>
          <TextInput source="name" required helperText={false} />
          <SelectInput source="vehicle_kind" choices={KINDS} emptyText={t('template.both_kinds')} helperText={false} />
          {role === 'requester_admin' && (
            <ReferenceInput source="site_id" reference="sites" filter={{ status: ['active', 'pending'] }} sort={{ field: 'code', order: 'ASC' }} perPage={50}>
              <AutocompleteInput optionText={siteName} filterToQuery={find} helperText={t('template.all_sites_hint')} />
            </ReferenceInput>
          )}
          <TickInput source="is_default" tick={t('template.default_hint')} />
        </FormGrid>
      </SectionCard>
      <SectionCard title={t('template.values_title')}>
        <Alert severity="info" sx={{ mb: 1 }}>{t('template.empty_hint')}</Alert>
        <FormGrid>
          {kind !== 'kei' && <SelectInput source="values.certificate_period" choices={PERIODS} emptyText={t('template.blank')} helperText={false} />}
          {kind !== 'kei' && <TickInput source="values.cashless" tick={t('case.yes')} />}
          {kind !== 'registered' && <SelectInput source="values.receipt_by" choices={words('receipt_by', receiptBy)} emptyText={t('template.blank')} helperText={false} />}
          <TickInput source="values.shortening_allowed" tick={t('case.shortening_yes')} />
          <TickInput source="values.parking_fine_receipt" tick={t('form.tick_receipt')} />
          <SelectInput source="values.update_method" choices={words('update_method.any', updateMethods)} emptyText={t('template.blank')} helperText={false} />
          {needsRecordAgentNo(typeof method === 'string' ? method : null) && <TextInput source="values.record_agent_no" helperText={false} />}
          {kind !== 'registered' && <TextInput source="values.account_ref" helperText={false} />}
          <TextInput source="values.option_code" helperText={false} />
          {[1, 2, 3, 4, 5].map((n) => <TextInput key={n} source={`values.custom_${n}`} label={field(`custom_${n}`)} helperText={false} />)}
        </FormGrid>
        <TextInput source="values.memo" multiline minRows={2} fullWidth helperText={false} />
      </SectionCard>
    </>
  );
};

const name = (page: string): string => translate(`ra.page.${page}`, { name: t('resources.application_templates.name') }).trim();

/** 申請テンプレート登録; 拠点管理者 for the own site. */
export const TemplateCreate = () => {
  const { role, site } = useProfile();
  const own = role === 'site_admin' ? { site_id: site?.id } : {};
  return (
    <CreateBase redirect="list" transform={(data: Record<string, unknown>) => ({ ...data, ...own })}>
      <PageTitle title={name('create')} />
      <Form resolver={zodResolver(applicationTemplate)} defaultValues={{ values: {} }} noValidate><Inputs /><FormToolbar /></Form>
    </CreateBase>
  );
};

const Edit = () => {
  const { record, error, isPending } = useEditContext();
  if (error) return <><Alert severity="error">{error.message}</Alert><BackToList /></>;
  if (isPending) return <LoadingPage />;
  return (
    <>
      <PageTitle title={name('edit')} sub={record?.['name']}><DeleteButton mutationMode="undoable" /><BackToList /></PageTitle>
      <Form resolver={zodResolver(applicationTemplate)} noValidate><Inputs /><FormToolbar /></Form>
    </>
  );
};

/** 申請テンプレート更新. */
export const TemplateEdit = () => (
  <EditBase mutationMode="pessimistic" redirect="list" redirectOnError={false}><Edit /></EditBase>
);
