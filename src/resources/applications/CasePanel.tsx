import { Alert, Box, Button, IconButton } from '@mui/material';
import CloseIcon from '@mui/icons-material/Close';
import { Link, RecordContextProvider, useGetOne, type Identifier } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { LoadingPage } from '../../layout/Pages.tsx';
import { t } from '../../i18n/translate.ts';
import type { Case } from './case.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseFees } from './CaseFees.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { useFees } from './useCaseParts.ts';

const RECENT = 8;

const Facts = ({ record }: { record: Case }) => {
  const fees = useFees(record.id);
  return (
    <RecordContextProvider value={record}>
      <CaseHead record={record} fees={fees} compact />
      <Box sx={{ mb: 1 }}><CaseActions record={record} fees={fees} /></Box>
      <SectionCard title={t('case.section.fees')}><CaseFees record={record} fees={fees} compact /></SectionCard>
      <SectionCard title={t('case.section.history')}><CaseHistory record={record} fees={fees} limit={RECENT} /></SectionCard>
    </RecordContextProvider>
  );
};

/** A case beside the list: what it is, what may be done, money and the last lines of its history. */
export const CasePanel = ({ id, onClose }: { id: Identifier; onClose: () => void }) => {
  const { data, error } = useGetOne<Case>('applications', { id, meta: { view: 'case' } });
  return (
    <Box component="aside" data-print="none" sx={{ width: '27rem', flex: 'none', overflow: 'auto', fontSize: '0.8125rem' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button component={Link} to={`/applications/${id}/show`} variant="outlined">{t('case.open_page')}</Button>
        <IconButton size="small" aria-label={t('case.close_panel')} onClick={onClose}><CloseIcon fontSize="small" /></IconButton>
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data === undefined ? !error && <LoadingPage /> : <Facts key={data.id} record={data} />}
    </Box>
  );
};
