import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useStore } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { AinasAsOf } from '../../components/AinasAsOf.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { useBranches } from '../../resources/applications/useBranches.ts';
import { CertificateAlert } from '../agent/CertificateAlert.tsx';
import { Forecast } from './Forecast.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useWorkCounts, useWorkWatch } from './useWorkList.ts';
import { isWorkQueue, type WorkQueue } from './workData.ts';
import { WorkQueueView } from './WorkQueueView.tsx';

/** The branch whose queues are shown: one's own, or the one head office chose last (null: none yet). */
const useWorkBranch = () => {
  const { branch } = useProfile();
  const [chosen, choose] = useStore<number | null>('work.branch', null);
  return { id: branch?.id ?? chosen, own: branch !== null, choose };
};

const BranchChoice = ({ value, onChange }: { value: number | null; onChange: (id: number) => void }) => {
  const { choices } = useBranches();
  return (
    <TextField select size="small" label={t('work.branch')} value={choices.length === 0 ? '' : value ?? ''} onChange={(event) => onChange(Number(event.target.value))} sx={{ minWidth: '14rem' }}>
      {choices.map(({ id, name }) => <MenuItem key={id} value={Number(id)}>{name}</MenuItem>)}
    </TextField>
  );
};

const Queues = ({ branch, help, setHelp }: { branch: number; help: boolean; setHelp: (open: boolean) => void }) => {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('queue');
  const queue: WorkQueue = isWorkQueue(asked) ? asked : 'file';
  const { data: counts, error } = useWorkCounts(branch, true);
  useWorkWatch(branch);
  const choose = (name: WorkQueue) => setSearch({ queue: name }, { replace: true });
  return (
    <>
      {error && <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>}
      <CertificateAlert branch={branch} link />
      <Forecast branch={branch} />
      <QueueTabs counts={counts} queue={queue} onChoose={choose} />
      <WorkQueueView key={`${branch} ${queue}`} queue={queue} branch={branch} total={counts?.[queue].count} onQueue={choose} onHelp={() => setHelp(true)} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </>
  );
};

/** 作業一覧: what a branch must do next, made for 500 cases a day with the keyboard. */
export const WorkListPage = () => {
  const { role } = useProfile();
  const branch = useWorkBranch();
  const [help, setHelp] = useState(false);
  if (!canAccess(role, { resource: 'work_list', action: 'list' })) return <ForbiddenPage />;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: { xs: 'auto', sm: '100%' } }} data-print="flow">
      <PageTitle title={t('work.title')} sub={<AinasAsOf branch={branch.id} />}>
        {!branch.own && <BranchChoice value={branch.id} onChange={branch.choose} />}
        <Button onClick={() => setHelp(true)} aria-keyshortcuts="?">{t('work.help')}［?］</Button>
      </PageTitle>
      {branch.id === null ? <Typography color="text.secondary">{t('work.choose_branch')}</Typography> : <Queues branch={branch.id} help={help} setHelp={setHelp} />}
    </Box>
  );
};
