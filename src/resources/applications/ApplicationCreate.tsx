import { Alert, Box, Button, Step, StepLabel, Stepper } from '@mui/material';
import { useMemo, useState } from 'react';
import { CanAccess, Form, useDataProvider, useNavigate } from 'react-admin';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { PageTitle } from '../../components/PageTitle.tsx';
import { applicationDraft, applicationRegistration, applicationToSend } from '../../domain/application.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { useProfile } from '../../providers/context.tsx';
import { CertificateInputs, ConditionInputs, OwnInputs, UserInputs } from './ConditionInputs.tsx';
import { caseName } from './case.ts';
import { valuesOfFormer, type FormerRequest } from './fillForm.ts';
import { DraftKeeper } from './DraftKeeper.tsx';
import { createDraftMemory } from '../../components/draftMemory.ts';
import { PlatePreview } from './PlatePreview.tsx';
import { RegistrationInputs } from './RegistrationInputs.tsx';
import { FormerOffer } from './FormerOffer.tsx';
import { ReadCertificate } from './certificate/ReadCertificate.tsx';
import { RequestButtons } from './RequestButtons.tsx';
import { TemplatePicker } from './TemplatePicker.tsx';
import { useFormer } from './useFormer.ts';
import { LOCKED, useAfterSave, without } from './saveRequest.ts';
import { useEvents } from './useMachine.ts';
import { useRequestForm } from './useRequestForm.ts';

const SCHEMAS = { registration: applicationRegistration, save: applicationDraft, send: applicationToSend };
const EMPTY = { update_method: 'office', user: {} };

type StepsProps = { step: number; setStep: (step: number) => void; form: ReturnType<typeof useRequestForm>; onSubmit: (values: FieldValues) => void };

const FirstStep = ({ setStep, form, offer }: Pick<StepsProps, 'setStep' | 'form'> & { offer: boolean }) => {
  const { trigger, watch } = useFormContext();
  const navigate = useNavigate();
  const next = async () => {
    form.checkFor('registration');
    if (await trigger([...LOCKED], { shouldFocus: true })) setStep(1);
  };
  return (
    <>
      <Box sx={{ mb: 1 }}><ReadCertificate /></Box>
      <RegistrationInputs />
      {offer && <FormerOffer />}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" disabled={!watch('vehicle_kind')} onClick={() => void next()}>{t('form.next')}</Button>
        <Button onClick={() => navigate(-1)}>{t('action.back')}</Button>
      </Box>
    </>
  );
};

const SecondStep = ({ setStep, form, onSubmit, fresh }: Pick<StepsProps, 'setStep' | 'form' | 'onSubmit'> & { fresh: boolean }) => {
  const { handleSubmit, getValues } = useFormContext();
  const kind = getValues('vehicle_kind') === 'kei' ? 'kei' : 'registered';
  const submit = (purpose: 'save' | 'send', hold?: string) => () => {
    form.checkFor(purpose, hold);
    void handleSubmit(onSubmit, (errors) => {
      // A locked field is wrong: it stands on the first step.
      if (LOCKED.some((name) => name in errors)) setStep(0);
    })();
  };
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}><PlatePreview kind={kind} /><TemplatePicker fresh={fresh} /></Box>
      <UserInputs kind={kind} />
      <CertificateInputs kind={kind} />
      <ConditionInputs kind={kind} />
      <OwnInputs />
      <RequestButtons busy={form.busy} failure={form.failure} onSave={submit('save')} onSend={submit('send')} onHold={(day) => submit('send', day)()} onBack={() => setStep(0)} />
    </>
  );
};

const NewRequest = ({ former }: { former: FormerRequest | null }) => {
  const { user_id } = useProfile();
  const memory = useMemo(() => createDraftMemory(user_id, former === null ? 'applications' : `applications.from.${former.id}`), [user_id, former]);
  const [restored, setRestored] = useState(() => memory.read());
  const [step, setStep] = useState(restored?.step ?? 0);
  const begun = former === null ? EMPTY : valuesOfFormer(former);
  const [defaults] = useState(() => restored?.values ?? begun);
  const [generation, setGeneration] = useState(0);
  const dataProvider = useDataProvider();
  const afterSave = useAfterSave();
  const { labelOf } = useEvents();
  const form = useRequestForm(SCHEMAS, labelOf);

  const save = (values: FieldValues) => void form.run(async () => {
    const { data } = await dataProvider.create('applications', { data: without(values, ['agent_branch_id']) });
    memory.clear();
    await afterSave(data.id, form.next());
  });
  const discard = () => {
    memory.clear();
    setRestored(undefined);
    setStep(0);
    setGeneration(generation + 1);
  };
  return (
    <>
      <PageTitle title={t('case.new_draft')} />
      <Stepper activeStep={step} sx={{ maxWidth: '28rem', my: 1 }}>
        <Step><StepLabel>{t('form.step_registration')}</StepLabel></Step>
        <Step><StepLabel>{t('form.step_conditions')}</StepLabel></Step>
      </Stepper>
      <Form key={generation} defaultValues={generation === 0 ? defaults : begun} resolver={form.resolver} noValidate disableInvalidFormNotification>
        <DraftKeeper memory={memory} version={null} step={step} restored={restored} onDiscard={discard} />
        {former !== null && <Alert severity="info" sx={{ mb: 1 }}>{t('former.prefilled', { name: caseName(former) })}</Alert>}
        {step === 0 ? <FirstStep setStep={setStep} form={form} offer={former === null} /> : <SecondStep setStep={setStep} form={form} onSubmit={save} fresh={former === null && restored === undefined} />}
      </Form>
    </>
  );
};

const Begin = () => {
  const { former, waiting } = useFormer();
  return waiting ? <LoadingPage /> : <NewRequest key={former?.id ?? 0} former={former} />;
};

/** 依頼データ初期登録 in two steps, empty or begun from a former case (`?from=<id>`); what is typed survives a reload. */
export const ApplicationCreate = () => <CanAccess resource="applications" action="create" accessDenied={<ForbiddenPage />}><Begin /></CanAccess>;
