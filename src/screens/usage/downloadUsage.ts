import { saveFile } from '../../components/download.ts';
import { usageMatrix, type UsageMatrixRow } from '../../domain/reports/usageMatrix.ts';
import { t } from '../../i18n/translate.ts';
import { countOf, type UsageAnswer } from './usageTable.ts';
import type { UsageChoice } from './useUsage.ts';

/** The table as Excel, exactly as it is shown. The writer is loaded only here. */
export const downloadUsage = async ({ rows, issued_on }: UsageAnswer, months: string[], choice: UsageChoice): Promise<void> => {
  const { toWorkbook } = await import('../../domain/reports/workbook.ts');
  const group = t(`usage.${choice.group}`);
  const owner = rows.some(({ owner_name }) => owner_name !== null);
  const lines = rows.map((line): UsageMatrixRow => ({
    owner: line.owner_name, code: line.code, name: line.name, total: line.total, ...Object.fromEntries(months.map((month) => [month, countOf(line, month)])),
  }));
  const year = t(choice.yearKind === 'fiscal' ? 'usage.fiscal_name' : 'usage.calendar_year', { year: String(choice.year) });
  const heading = [
    { label: t('usage.year'), value: year }, { label: t('usage.measure'), value: t(`usage.${choice.measure}`) },
    { label: t('usage.kind'), value: choice.kind === 'all' ? t('usage.all_kinds') : t(`vehicle_kind.${choice.kind}`) },
  ];
  const bytes = toWorkbook({ description: usageMatrix(group, months, owner), rows: lines, heading, issuedOn: issued_on });
  saveFile(new Blob([new Uint8Array(bytes)]), t('usage.file', { group, year }));
};
