import { Alert, Button } from '@mui/material';
import { useMemo, useState } from 'react';
import { Form, Link, ResourceContextProvider, useDataProvider, useEditContext, EditBase, useNavigate } from 'react-admin';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { PageTitle } from '../../components/PageTitle.tsx';
import { BackToList } from '../../components/RecordPages.tsx';
import { applicationRegistration, applicationToSend, applicationUpdate } from '../../domain/application.ts';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { useProfile } from '../../providers/context.tsx';
import { caseName, type Case } from './case.ts';
import { CaseHead } from './CaseHead.tsx';
import { CertificateInputs, ConditionInputs, OwnInputs, UserInputs } from './ConditionInputs.tsx';
import { DraftKeeper } from './DraftKeeper.tsx';
import { createDraftMemory } from '../../components/draftMemory.ts';
import { RequestButtons } from './RequestButtons.tsx';
import { LOCKED, useAfterSave, without } from './saveRequest.ts';
import { useVehicleUser, type VehicleUserRow } from './useCaseParts.ts';
import { useEvents } from './useMachine.ts';
import { useRefreshCases } from './useRefreshCases.ts';
import { useRequestForm } from './useRequestForm.ts';

const USER = ['ownership', 'name', 'representative', 'address_1', 'address_2'] as const;
const userOf = (user: VehicleUserRow | undefined) => Object.fromEntries(USER.map((name) => [name, user?.[name] ?? null]));

const Fields = ({ record, form, seesUser, onSubmit }: { record: Case; form: ReturnType<typeof useRequestForm>; seesUser: boolean; onSubmit: (values: FieldValues) => void }) => {
  const { handleSubmit } = useFormContext();
  const navigate = useNavigate();
  const submit = (purpose: 'save' | 'send', hold?: string) => () => {
    form.checkFor(purpose, hold);
    void handleSubmit(onSubmit)();
  };
  return (
    <>
      {seesUser && <UserInputs kind={record.vehicle_kind} />}
      <CertificateInputs kind={record.vehicle_kind} />
      <ConditionInputs kind={record.vehicle_kind} />
      <OwnInputs />
      <RequestButtons busy={form.busy} failure={form.failure} onSave={submit('save')} onSend={submit('send')} onHold={(day) => submit('send', day)()} onBack={() => navigate(-1)} />
    </>
  );
};

const EditForm = ({ record, user, seesUser }: { record: Case; user: VehicleUserRow | undefined; seesUser: boolean }) => {
  const { user_id } = useProfile();
  const memory = useMemo(() => createDraftMemory(user_id, `applications.${record.id}`), [user_id, record.id]);
  // A draft of an older version would undo what others saved since.
  const [restored, setRestored] = useState(() => {
    const draft = memory.read();
    return draft?.version === record.version ? draft : undefined;
  });
  const before = { ...record, user: userOf(user) };
  const [defaults, setDefaults] = useState<FieldValues>(() => restored?.values ?? before);
  const [generation, setGeneration] = useState(0);
  const dataProvider = useDataProvider();
  const refresh = useRefreshCases();
  const afterSave = useAfterSave();
  const { labelOf } = useEvents();
  const locked = Object.fromEntries([...LOCKED, 'agent_branch_id'].map((name) => [name, record[name]]));
  const schemas = { registration: applicationRegistration, save: applicationUpdate(record.vehicle_kind), send: seesUser ? applicationToSend : applicationUpdate(record.vehicle_kind) };
  const form = useRequestForm(schemas, labelOf, (values) => ({ ...values, ...locked }));

  const save = (values: FieldValues) => void form.run(async () => {
    try {
      const data = without(values, [...LOCKED, 'agent_branch_id', ...(seesUser ? [] : ['user'])]);
      await dataProvider.update('applications', { id: record.id, data, previousData: before });
    } catch (error) {
      // What was typed stays; the version that is read now lets the person save after looking.
      await refresh();
      throw error;
    }
    memory.clear();
    await afterSave(record.id, form.next());
  });
  const discard = () => {
    memory.clear();
    setRestored(undefined);
    setDefaults(before);
    setGeneration(generation + 1);
  };
  return (
    <Form key={generation} defaultValues={defaults} resolver={form.resolver} noValidate disableInvalidFormNotification>
      <DraftKeeper memory={memory} version={record.version} step={1} restored={restored} onDiscard={discard} />
      <Alert severity="info" sx={{ mb: 1 }}>{t('form.locked')}</Alert>
      <Fields record={record} form={form} seesUser={seesUser} onSubmit={save} />
    </Form>
  );
};

const Page = () => {
  const { record, error, isPending } = useEditContext<Case>();
  const { role } = useProfile();
  const seesUser = !role.startsWith('hq_');
  const { user, isPending: userPending } = useVehicleUser(record?.id, seesUser && record !== undefined);
  if (error) return <><Alert severity="error">{error.message}</Alert><BackToList /></>;
  if (isPending || record === undefined || userPending) return <LoadingPage />;
  return (
    <>
      <PageTitle title={t('case.edit_draft')} sub={caseName(record)}>
        <Button component={Link} to={`/applications/${record.id}/show`}>{t('case.open_page')}</Button><BackToList />
      </PageTitle>
      <CaseHead record={record} fees={[]} />
      {record.filing_status === 'draft' ? <EditForm key={record.id} record={record} user={user} seesUser={seesUser} /> : <Alert severity="warning">{t('form.not_a_draft')}</Alert>}
    </>
  );
};

/** 依頼データ更新: everything but 初期登録, while the request is 依頼前. */
export const ApplicationEdit = () => (
  <ResourceContextProvider value="applications">
    <EditBase queryOptions={{ meta: { view: 'case' } }} mutationMode="pessimistic" redirectOnError={false}><Page /></EditBase>
  </ResourceContextProvider>
);
