import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import type { Case } from './case.ts';

const Letter = ({ letter, meaning }: { letter: string; meaning: string }) => (
  <Box component="span" title={`${meaning}：${t('case.has_alert')}`} aria-label={meaning} sx={{ color: 'error.main', fontWeight: 700, border: 1, borderColor: 'error.main', borderRadius: '3px', px: 0.25, lineHeight: 1.3 }}>{letter}</Box>
);

/** The notices that the manual marks with one red letter: メ and 運 of 登録車, メ, 軽 and 期 of 軽 (docs/domain.md §2.10). */
export const AlertLetters = () => {
  const record = useRecordContext<Case>();
  if (record === undefined) return null;
  const kei = record.vehicle_kind === 'kei';
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.25 }}>
      {record.message_flag && <Letter letter={t('case.alert_message')} meaning={t('case.alert_message_long')} />}
      {record.notice_flag && <Letter letter={t(kei ? 'case.alert_kei' : 'case.alert_office')} meaning={t(kei ? 'case.alert_kei_long' : 'case.alert_office_long')} />}
      {record.due_notice_flag && <Letter letter={t('case.alert_due')} meaning={t('case.alert_due_long')} />}
    </Box>
  );
};

const MEANINGS = { message_flag: () => t('case.alert_message_long'), notice_flag: (kei: boolean) => t(kei ? 'case.alert_kei_long' : 'case.alert_office_long'), due_notice_flag: () => t('case.alert_due_long') };

/** One notice as a column of a list: a red 有 where there is one. */
export const AlertMark = ({ source }: { source: keyof typeof MEANINGS }) => {
  const record = useRecordContext<Case>();
  if (record?.[source] !== true) return null;
  return <Box component="span" title={MEANINGS[source](record.vehicle_kind === 'kei')} sx={{ color: 'error.main', fontWeight: 700 }}>{t('case.has_alert')}</Box>;
};
