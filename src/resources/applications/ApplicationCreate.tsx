import { Box, Button, Step, StepLabel, Stepper } from '@mui/material';
import { useMemo, useState } from 'react';
import { CanAccess, Form, useDataProvider, useNavigate } from 'react-admin';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { PageTitle } from '../../components/PageTitle.tsx';
import { applicationDraft, applicationRegistration, applicationToSend } from '../../domain/application.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { useProfile } from '../../providers/context.tsx';
import { CertificateInputs, ConditionInputs, OwnInputs, UserInputs } from './ConditionInputs.tsx';
import { DraftKeeper } from './DraftKeeper.tsx';
import { createDraftMemory } from '../../components/draftMemory.ts';
import { PlatePreview } from './PlatePreview.tsx';
import { RegistrationInputs } from './RegistrationInputs.tsx';
import { RequestButtons } from './RequestButtons.tsx';
import { LOCKED, useAfterSave, without } from './saveRequest.ts';
import { useEvents } from './useMachine.ts';
import { useRequestForm } from './useRequestForm.ts';

const SCHEMAS = { registration: applicationRegistration, save: applicationDraft, send: applicationToSend };
const EMPTY = { update_method: 'office', user: {} };

type StepsProps = { step: number; setStep: (step: number) => void; form: ReturnType<typeof useRequestForm>; onSubmit: (values: FieldValues) => void };

const FirstStep = ({ setStep, form }: Pick<StepsProps, 'setStep' | 'form'>) => {
  const { trigger, watch } = useFormContext();
  const navigate = useNavigate();
  const next = async () => {
    form.checkFor('registration');
    if (await trigger([...LOCKED], { shouldFocus: true })) setStep(1);
  };
  return (
    <>
      <RegistrationInputs />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" disabled={!watch('vehicle_kind')} onClick={() => void next()}>{t('form.next')}</Button>
        <Button onClick={() => navigate(-1)}>{t('action.back')}</Button>
      </Box>
    </>
  );
};

const SecondStep = ({ setStep, form, onSubmit }: Pick<StepsProps, 'setStep' | 'form' | 'onSubmit'>) => {
  const { handleSubmit, getValues } = useFormContext();
  const kind = getValues('vehicle_kind') === 'kei' ? 'kei' : 'registered';
  const submit = (purpose: 'save' | 'send') => () => {
    form.checkFor(purpose);
    void handleSubmit(onSubmit, (errors) => {
      // A locked field is wrong: it stands on the first step.
      if (LOCKED.some((name) => name in errors)) setStep(0);
    })();
  };
  return (
    <>
      <Box sx={{ display: 'flex' }}><PlatePreview kind={kind} /></Box>
      <UserInputs kind={kind} />
      <CertificateInputs />
      <ConditionInputs kind={kind} />
      <OwnInputs />
      <RequestButtons busy={form.busy} failure={form.failure} onSave={submit('save')} onSend={submit('send')} onBack={() => setStep(0)} />
    </>
  );
};

const NewRequest = () => {
  const { user_id } = useProfile();
  const memory = useMemo(() => createDraftMemory(user_id, 'applications'), [user_id]);
  const [restored, setRestored] = useState(() => memory.read());
  const [step, setStep] = useState(restored?.step ?? 0);
  const [defaults] = useState(() => restored?.values ?? EMPTY);
  const [generation, setGeneration] = useState(0);
  const dataProvider = useDataProvider();
  const afterSave = useAfterSave();
  const { labelOf } = useEvents();
  const form = useRequestForm(SCHEMAS, labelOf);

  const save = (values: FieldValues) => void form.run(async () => {
    const { data } = await dataProvider.create('applications', { data: without(values, ['agent_branch_id']) });
    memory.clear();
    await afterSave(data.id, form.isSending());
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
      <Form key={generation} defaultValues={generation === 0 ? defaults : EMPTY} resolver={form.resolver} noValidate disableInvalidFormNotification>
        <DraftKeeper memory={memory} version={null} step={step} restored={restored} onDiscard={discard} />
        {step === 0 ? <FirstStep setStep={setStep} form={form} /> : <SecondStep setStep={setStep} form={form} onSubmit={save} />}
      </Form>
    </>
  );
};

/** 依頼データ初期登録 in two steps; what is typed survives a reload. */
export const ApplicationCreate = () => <CanAccess resource="applications" action="create" accessDenied={<ForbiddenPage />}><NewRequest /></CanAccess>;
