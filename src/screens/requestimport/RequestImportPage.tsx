import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, Link } from 'react-admin';
import { saveFile } from '../../components/download.ts';
import { toWorkbook } from '../../components/exportRows.ts';
import { FileDrop } from '../../components/FileDrop.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { garageWords } from '../../i18n/garage.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { ImportOutcome } from '../../resources/imports/ImportOutcome.tsx';
import { useRequestImport } from './useRequestImport.ts';

/** One row as it may be filled in: what each column takes is easier shown than told. */
const EXAMPLE: Partial<Record<keyof typeof garageWords.request_import.columns, string>> = {
  vehicle_kind: '登録車', site_code: '001', plate_area: '品川', plate_class: '600', plate_kana: 'さ', plate_number: '1111', chassis_no: 'CAR-01210002', 'user.ownership': '個人', 'user.name': '見本　太郎',
  'user.address_1': '東京都千代田区見本町', 'user.address_2': '１丁目１－１', certificate_period: '2年指定整備車', update_method: '運輸支局等', inspection_expires_on: '2026/11/20', hotekisho_ready: '有', liability_ready: '有',
};

const download = async (): Promise<void> => {
  const columns = Object.entries(garageWords.request_import.columns) as [keyof typeof garageWords.request_import.columns, string][];
  const cells = [columns.map(([, header]) => header), columns.map(([name]) => EXAMPLE[name] ?? '')];
  saveFile(await toWorkbook(t('request_import.sheet'), cells), `${t('request_import.template_name')}.xlsx`);
};

const DRAFTS = `/applications?filter=${encodeURIComponent(JSON.stringify({ filing_status: ['draft'] }))}`;

const Page = () => {
  const [file, setFile] = useState<File | null>(null);
  const { step, result, note, error, run, reset } = useRequestImport();
  const good = result?.inserted ?? 0;
  return (
    <Box sx={{ maxWidth: '72rem' }}>
      <PageTitle title={t('request_import.title')}>
        <Button variant="outlined" onClick={() => void download()}>{t('request_import.template')}</Button>
        <Button component={Link} to={DRAFTS}>{t('request_import.open_list')}</Button>
      </PageTitle>
      <SectionCard>
        <Typography sx={{ mb: 1 }}>{t('request_import.explain')}{t('request_import.rows')}</Typography>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ flex: 1, minWidth: { xs: '100%', sm: '20rem' } }}>
            <FileDrop file={file} accept=".csv,.xlsx" disabled={step === 'busy'} onFile={(next) => { setFile(next); reset(); }} />
          </Box>
          <Button variant={step === 'idle' ? 'contained' : 'outlined'} disabled={file === null || step === 'busy'} onClick={() => file && void run(file, true)}>{t('request_import.check')}</Button>
          <Button variant={step === 'previewed' ? 'contained' : 'outlined'} disabled={file === null || step !== 'previewed' || good === 0} onClick={() => file && void run(file, false)}>{t('request_import.take_in')}</Button>
        </Box>
        {step === 'busy' && <ProgressLine label={t('intake.checking')} />}
        {error !== null && <Alert severity="error" sx={{ mt: 1 }}>{error}</Alert>}
        {note !== null && <Alert severity="warning" sx={{ mt: 1 }}>{note}</Alert>}
        {step === 'done' && <Alert severity="success" sx={{ mt: 1 }}>{t('request_import.done', { count: good })}</Alert>}
        {step === 'previewed' && note === null && <Alert severity="info" sx={{ mt: 1 }}>{t('request_import.preview')}{good === 0 && t('request_import.nothing')}</Alert>}
      </SectionCard>
      {result !== null && <ImportOutcome result={result} />}
    </Box>
  );
};

/** 依頼データの取込: a file becomes drafts, after its errors were shown by line and column. */
export const RequestImportPage = () => <CanAccess resource="request_imports" action="create" accessDenied={<ForbiddenPage />}><Page /></CanAccess>;
