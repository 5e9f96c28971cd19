import { Alert } from '@mui/material';
import { DateInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { mandateKinds, needsRecordAgentNo, receiptBy, updateMethods } from '../../domain/application.ts';
import type { VehicleKind } from '../../domain/plate.ts';
import { shorteningWindow } from '../../domain/shortening.ts';
import { ownerships } from '../../domain/vehicleUser.ts';
import { t } from '../../i18n/translate.ts';
import { JisInput } from './JisInput.tsx';
import { Prerequisites } from './Prerequisites.tsx';
import { useChosenSite } from './RegistrationInputs.tsx';
import { ShorteningNotice } from './Shortening.tsx';
import { TickInput } from './TickInput.tsx';

const words = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));
const MANDATES = mandateKinds.map((id) => ({ id, name: t(`mandate.${id}`) }));
const PERIODS = [t('form.period_choices.designated_2'), t('form.period_choices.designated_1')].map((name) => ({ id: name, name }));

/** A 公用車 may be free of fees; the system cannot tell by itself (docs/domain.md §8.4). */
const WaivedInputs = () => useWatch({ name: 'mandate_kind' }) === 'public_vehicle' && (
  <>
    <TickInput source="inspection_fee_waived" tick={t('case.waived_yes')} hint={t('mandate.waived_hint')} />
    <TickInput source="tech_fee_waived" tick={t('case.waived_yes')} />
  </>
);

/** 使用者, as on the certificate. */
export const UserInputs = ({ kind }: { kind: VehicleKind }) => (
  <SectionCard title={t('case.section.user')}>
    <FormGrid>
      {kind === 'registered' && <SelectInput source="user.ownership" choices={words('ownership', ownerships)} helperText={false} />}
      <JisInput source="user.name" helperText={t('form.same_as_certificate')} />
      {kind === 'registered' && <JisInput source="user.representative" />}
      <JisInput source="user.address_1" helperText={t('form.address_hint')} />
      <JisInput source="user.address_2" />
      {kind === 'registered' && <SelectInput source="mandate_kind" choices={MANDATES} helperText={t('mandate.hint')} />}
      {kind === 'registered' && <DateInput source="mandate_on" helperText={false} />}
      {kind === 'registered' && <WaivedInputs />}
    </FormGrid>
  </SectionCard>
);

/** Whose 委託番号 goes with the request (docs/domain.md §2.8). */
const RecordAgentInput = () => {
  const method: unknown = useWatch({ name: 'update_method' });
  const site = useChosenSite();
  if (needsRecordAgentNo(typeof method === 'string' ? method : null)) return <TextInput source="record_agent_no" required helperText={false} />;
  if (method !== 'requester' || site === undefined) return null;
  return site.record_agent_no === null
    ? <Alert severity="warning">{t('form.record_site_missing')}</Alert>
    : <Alert severity="info">{t('form.record_site', { no: site.record_agent_no })}</Alert>;
};

/** 自動車及び諸条件 (docs/domain.md §2.7). */
export const ConditionInputs = ({ kind }: { kind: VehicleKind }) => {
  const kei = kind === 'kei';
  const memo = kei ? false : t('form.memo_only');
  return (
    <SectionCard title={t('case.section.conditions')}>
      <FormGrid>
        {!kei && <SelectInput source="certificate_period" choices={PERIODS} helperText={false} />}
        {!kei && <TickInput source="cashless" tick={t('case.yes')} />}
        {kei && <SelectInput source="receipt_by" choices={words('receipt_by', receiptBy)} helperText={false} />}
        <TickInput source="shortening_allowed" tick={t('case.shortening_yes')} hint={memo} />
        <TickInput source="parking_fine_receipt" tick={t('form.tick_receipt')} hint={memo} />
        <SelectInput source="update_method" choices={words(`update_method.${kind}`, updateMethods)} helperText={false} />
        <RecordAgentInput />
        {kei && <TextInput source="certificate_no" helperText={false} />}
        {kei && <TextInput source="account_ref" helperText={false} />}
        <DateInput source="planned_on" helperText={t('form.planned_hint')} />
      </FormGrid>
    </SectionCard>
  );
};

/** 保適証・自賠責 and the dates that drive the warning of a shortened validity. */
export const CertificateInputs = ({ kind }: { kind: VehicleKind }) => {
  const [expires, allowed]: unknown[] = useWatch({ name: ['inspection_expires_on', 'shortening_allowed'] });
  return (
    <SectionCard title={t('case.section.certificates')}>
      <ShorteningNotice kind={kind} allowed={allowed === true} expiresOn={typeof expires === 'string' && expires !== '' ? expires : null} filedOn={null} />
      <Prerequisites kind={kind} />
      <FormGrid columns={3}>
        <DateInput source="inspection_expires_on" helperText={typeof expires === 'string' && expires !== '' ? t('hold.first_free', { date: dateText(shorteningWindow(expires).freeFrom) }) : false} />
        <DateInput source="inspected_on" helperText={false} />
        <DateInput source="liability_ends_on" helperText={false} />
      </FormGrid>
    </SectionCard>
  );
};

/** 独自項目 and メモ: for the garage and its agent, never part of the application. */
export const OwnInputs = () => (
  <SectionCard title={t('case.section.own')}>
    <FormGrid columns={3}>
      <TextInput source="option_code" helperText={false} />
      {[1, 2, 3, 4, 5].map((n) => <TextInput key={n} source={`custom_${n}`} helperText={false} />)}
    </FormGrid>
    <TextInput source="memo" multiline minRows={2} fullWidth helperText={false} />
  </SectionCard>
);
