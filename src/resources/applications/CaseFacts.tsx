import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t, type MessageKey } from '../../i18n/translate.ts';
import { dayOf, plateWords, type Case } from './case.ts';
import { ShorteningNotice } from './Shortening.tsx';
import { useBranches } from './useBranches.ts';
import { useHistory } from './useCaseParts.ts';

/** Roles of the company, whose last change 依頼人更新者 names. */
const COMPANY_ROLES = ['requester_admin', 'site_admin', 'submitter', 'preparer'];

/** A record's column that the typed `Case` does not name. */
export const has = (record: Case, column: string): boolean => record[column] === true;
export const textOf = (record: Case, column: string): string | null => (typeof record[column] === 'string' ? record[column] : null);

export const Yes = ({ record, source, on, off }: { record: Case; source: string; on: MessageKey; off: MessageKey }) => (
  <DescriptionItem source={source}>{t(has(record, source) ? on : off)}</DescriptionItem>
);
export const When = ({ record, source, time = false }: { record: Case; source: string; time?: boolean }) => (
  <DescriptionItem source={source}>{dateText(textOf(record, source), time)}</DescriptionItem>
);

const kindOf = (record: Case) => (record.vehicle_kind === 'kei' ? 'kei' : 'registered');

/** 中断予約: whether it is made, and whether it can be. */
const suspensionWord = (record: Case): MessageKey => {
  if (has(record, 'suspension_reserved')) return 'case.suspension_reserved';
  return record.filing_status === 'filing' ? 'case.suspension_possible' : 'case.suspension_impossible';
};

/** Whom of the company wrote last, as the history tells. */
const useLastWriter = (record: Case): string | null => {
  const { lines } = useHistory(record.id);
  return lines.find(({ actor_role }) => actor_role !== null && COMPANY_ROLES.includes(actor_role))?.actor_name ?? null;
};

const Waived = ({ record }: { record: Case }) => (
  <>
    <DescriptionItem source="inspection_fee_waived" label={t(`case.waived_label_${kindOf(record)}`)}>{t(has(record, 'inspection_fee_waived') ? 'case.waived_yes' : 'case.waived_no')}</DescriptionItem>
    <Yes record={record} source="tech_fee_waived" on="case.waived_yes" off="case.waived_no" />
  </>
);

/** 概要: the header block of the manual (docs/domain.md §2.10). */
export const CaseSummary = ({ record }: { record: Case }) => {
  const { nameOf } = useBranches();
  const writer = useLastWriter(record);
  const kei = record.vehicle_kind === 'kei';
  return (
    <DescriptionList>
      <DescriptionItem label={t(`case.plate_${kindOf(record)}`)}>{plateWords(record)}</DescriptionItem>
      <DescriptionItem source="chassis_no" />
      <Yes record={record} source="re_stamped" on="case.stamped" off="case.not_stamped" />
      {kei ? <Yes record={record} source="small_plate" on="case.plate_small" off="case.plate_normal" /> : <Yes record={record} source="cashless" on="case.yes" off="case.no" />}
      <DescriptionItem label={t('case.requester_place')}>{[record.requester?.name, record.site?.name].filter(Boolean).join(' ')}</DescriptionItem>
      <DescriptionItem source="agent_branch_id">{nameOf(record.agent_branch_id)}</DescriptionItem>
      <DescriptionItem source="home_branch_id">{nameOf(record.home_branch_id)}</DescriptionItem>
      <DescriptionItem source="filing_office" />
      <DescriptionItem source="application_type">{wordOf('application_type', record.application_type)}</DescriptionItem>
      <DescriptionItem source="suspension_reserved">{t(suspensionWord(record))}</DescriptionItem>
      <Waived record={record} />
      <When record={record} source="requested_at" time />
      <DescriptionItem label={t('case.requester_writer')}>{writer ?? t('format.none')}</DescriptionItem>
      <When record={record} source="requester_updated_at" time />
      <When record={record} source="agent_updated_at" time />
      <When record={record} source="filed_at" time />
      <DescriptionItem source="outcome">{wordOf('outcome', record.outcome)}</DescriptionItem>
    </DescriptionList>
  );
};

const OWN_FIELDS = ['custom_1', 'custom_2', 'custom_3', 'custom_4', 'custom_5'];

/** 自動車及び諸条件 of the request. */
export const CaseConditions = ({ record }: { record: Case }) => {
  const kei = record.vehicle_kind === 'kei';
  return (
    <DescriptionList>
      {!kei && <DescriptionItem source="certificate_period" />}
      <Yes record={record} source="shortening_allowed" on="case.shortening_yes" off="case.shortening_no" />
      <Yes record={record} source="parking_fine_receipt" on="case.receipt_yes" off="case.receipt_no" />
      <When record={record} source="planned_on" />
      {kei && <DescriptionItem source="receipt_by">{wordOf('receipt_by', record['receipt_by'])}</DescriptionItem>}
      <DescriptionItem source="update_method">{wordOf(`update_method.${record.vehicle_kind}`, record.update_method)}</DescriptionItem>
      <DescriptionItem source="record_agent_no" />
      {kei && <DescriptionItem source="certificate_no" />}
      {kei && <DescriptionItem source="account_ref" />}
      <DescriptionItem source="option_code" />
      {OWN_FIELDS.filter((source) => record[source] !== null).map((source) => <DescriptionItem key={source} source={source} />)}
      {!kei && <DescriptionItem source="mandate_kind">{wordOf('mandate', record['mandate_kind'])}</DescriptionItem>}
      {!kei && <When record={record} source="mandate_on" />}
      <DescriptionItem label={t('case.application_text_label')}>{t('case.application_text')}</DescriptionItem>
    </DescriptionList>
  );
};

/** 保適証・自賠責 and the dates that decide whether the validity is shortened. */
export const CaseCertificates = ({ record }: { record: Case }) => (
  <>
    {record.outcome === 'open' && <ShorteningNotice kind={kindOf(record)} allowed={has(record, 'shortening_allowed')} expiresOn={record.inspection_expires_on} filedOn={record.filed_at === null ? null : dayOf(record.filed_at)} />}
    <DescriptionList>
      <Yes record={record} source="hotekisho_ready" on="case.certificate_ready" off="case.certificate_missing" />
      <Yes record={record} source="liability_ready" on="case.certificate_ready" off="case.certificate_missing" />
      <When record={record} source="inspected_on" />
      <When record={record} source="inspection_expires_on" />
      <When record={record} source="liability_ends_on" />
      {record.oss_status === 'rejected' && <Yes record={record} source="hotekisho_reregistered" on="case.yes" off="case.no" />}
    </DescriptionList>
  </>
);
