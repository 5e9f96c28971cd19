import { useRecordContext } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { DateTimeField } from '../../components/fields.tsx';
import { MiniTable } from '../../components/MiniTable.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { actionWord, changesOf, fieldWord, subjectWord, wordIn } from './auditWords.ts';
import { SubjectName } from './SubjectName.tsx';
import { useNames } from './useNames.ts';

const Line = () => {
  const line = useRecordContext();
  const nameOf = useNames();
  if (line === undefined) return null;
  const subject = String(line['subject']);
  const branch = line['branch_id'];
  return (
    <>
      <SectionCard>
        <DescriptionList>
          <DescriptionItem source="at"><DateTimeField source="at" /></DescriptionItem>
          <DescriptionItem source="actor_name">{String(line['actor_name'] ?? t('audit.system'))}</DescriptionItem>
          <DescriptionItem source="subject">{subjectWord(subject)}</DescriptionItem>
          <DescriptionItem label={t('audit.target')}><SubjectName /></DescriptionItem>
          <DescriptionItem source="action">{actionWord(String(line['action']))}</DescriptionItem>
          <DescriptionItem source="branch_id">{typeof branch === 'number' ? nameOf('branch_id', branch) : t('format.none')}</DescriptionItem>
        </DescriptionList>
      </SectionCard>
      <SectionCard title={t('audit.changes')}>
        <MiniTable
          head={[{ label: t('audit.field') }, { label: t('resources.audit_log.fields.before') }, { label: t('resources.audit_log.fields.after') }]}
          rows={changesOf(line).map(({ field, before, after }) => ({ key: field, cells: [fieldWord(subject, field), wordIn(line, field, before, nameOf), wordIn(line, field, after, nameOf)] }))}
          empty={t('audit.no_details')}
        />
      </SectionCard>
    </>
  );
};

/** One line of 操作履歴 with what was before and after. */
export const AuditShow = () => <OfficeShow title={t('audit.title')} editable={() => false}><Line /></OfficeShow>;
