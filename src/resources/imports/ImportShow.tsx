import { useRecordContext } from 'react-admin';
import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { DateTimeField, WordField } from '../../components/fields.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { rowMessage } from '../../i18n/imports.ts';
import type { ImportResult } from '../../providers/actions.ts';
import { ImportOutcome } from './ImportOutcome.tsx';

type Cell = Omit<ImportResult['rejected'][number], 'message'>;
type ImportRecord = Omit<ImportResult, 'rejected' | 'warnings'> & { id: number; rejected: Cell[]; warnings: Cell[] };

const worded = (cells: Cell[]) => cells.map((cell) => ({ ...cell, message: rowMessage(cell.code) }));

const Outcome = () => {
  const record = useRecordContext<ImportRecord>();
  return record && <ImportOutcome result={{ ...record, rejected: worded(record.rejected), warnings: worded(record.warnings) }} />;
};

/** 取込の記録: one file, its counts and what was refused. */
export const ImportShow = () => (
  <OfficeShow sub={(record) => record['file_name'] as string}>
    <SectionCard>
      <DescriptionList>
        <DescriptionItem source="kind"><WordField source="kind" group="import_kind" /></DescriptionItem>
        <DescriptionItem source="file_name" />
        <DescriptionItem source="actor_name" />
        <DescriptionItem source="finished_at"><DateTimeField source="finished_at" /></DescriptionItem>
      </DescriptionList>
    </SectionCard>
    <Outcome />
  </OfficeShow>
);
