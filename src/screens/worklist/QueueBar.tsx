import { Box, Button, MenuItem, TextField } from '@mui/material';
import { Link } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useWorkCompanies } from './useWorkList.ts';
import type { WorkQueue } from './workData.ts';

type Props = { queue: WorkQueue; branch: number; company: number | null; onCompany: (id: number | null) => void; onExport: () => void };

/** Above the rows: whose cases are shown; for 代理申請待ち the way out to AINAS and back. */
export const QueueBar = ({ queue, branch, company, onCompany, onExport }: Props) => {
  const { data: companies = [] } = useWorkCompanies(queue, branch);
  // The company chosen may have left the queue: it stays chosen until somebody says otherwise.
  const known = company === null || companies.some(({ id }) => id === company);
  return (
    <Box data-print="none" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', flex: 'none', mb: 0.5 }}>
      <TextField select size="small" label={t('work.company')} value={company ?? 0} onChange={(event) => onCompany(Number(event.target.value) || null)} sx={{ minWidth: '16rem' }}>
        <MenuItem value={0}>{t('work.all_companies')}</MenuItem>
        {!known && <MenuItem value={company}>{t('format.none')}</MenuItem>}
        {companies.map(({ id, name, count }) => <MenuItem key={id} value={id}>{t('work.company_count', { name, count })}</MenuItem>)}
      </TextField>
      {queue === 'file' && <Button variant="outlined" onClick={onExport}>{t('out.title')}</Button>}
      {queue === 'file' && <Button component={Link} to="/imports">{t('out.import')}</Button>}
    </Box>
  );
};
