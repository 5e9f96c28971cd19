import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { dateText } from '../../components/values.ts';
import { t, type MessageKey } from '../../i18n/translate.ts';
import type { Case } from './case.ts';
import { textOf, When, Yes } from './CaseFacts.tsx';

/** Whether OSS has found it: 取得済, 未取得, or nothing as long as nobody has looked. */
const found = (value: unknown): string => {
  if (typeof value !== 'boolean') return t('format.none');
  return t(value ? 'case.obtained' : 'case.not_obtained');
};

const Notice = ({ record, source, label }: { record: Case; source: string; label: MessageKey }) => (
  <DescriptionItem source={source} label={t(label)}>{t(record[source] === true ? 'case.yes' : 'case.no')}</DescriptionItem>
);

/** 状況照会: what OSS tells of a case, both kinds with their own lines (docs/domain.md §2.10). */
export const CasePortal = ({ record }: { record: Case }) => {
  const kei = record.vehicle_kind === 'kei';
  const kind = kei ? 'kei' : 'registered';
  return (
    <DescriptionList>
      <DescriptionItem source="acceptance_no" />
      <DescriptionItem source="previous_acceptance_no" />
      <DescriptionItem source="status_changed_at">{dateText(record.mirrored_at ?? record.status_changed_at, true)}</DescriptionItem>
      <DescriptionItem source="oss_status_raw" />
      <DescriptionItem source="resume_status_raw" />
      <DescriptionItem source="hotekisho_obtained">{found(record['hotekisho_obtained'])}</DescriptionItem>
      <DescriptionItem source="liability_obtained">{found(record['liability_obtained'])}</DescriptionItem>
      <Yes record={record} source="message_flag" on="case.yes" off="case.no" />
      <Notice record={record} source="notice_flag" label={`case.notice_label_${kind}`} />
      {kei && <Yes record={record} source="due_notice_flag" on="case.yes" off="case.no" />}
      {kei && <When record={record} source="review_requested_at" time />}
      <DescriptionItem source="completed_on" label={t(`case.completed_label_${kind}`)}>{dateText(record.completed_on)}</DescriptionItem>
      <When record={record} source="procedure_completed_on" />
      <DescriptionItem source="issue_ready_on" label={t(`case.ready_label_${kind}`)}>{dateText(textOf(record, 'issue_ready_on'))}</DescriptionItem>
      <DescriptionItem source="record_agent_no" label={t('case.portal_agent_no')} />
      <DescriptionItem source="record_agent_name" />
      <DescriptionItem source="issue_judgement" />
    </DescriptionList>
  );
};
