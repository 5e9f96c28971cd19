import { Tab, Tabs } from '@mui/material';
import { useListContext, type Identifier } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useTab } from './useNeighbours.ts';
import { useRowKeys } from './useRowKeys.ts';

/** 代理申請 (what the branch files) and 所属事業者 (what its companies have filed): each one constant filter (limits.md). */
export const ListTabs = () => {
  const [tab, setTab] = useTab();
  const { setPage } = useListContext();
  const choose = (next: 'agent' | 'home') => {
    setTab(next);
    setPage(1);
  };
  return (
    <Tabs value={tab} onChange={(_, next: 'agent' | 'home') => choose(next)} aria-label={t('case.tab_label')} data-print="none" sx={{ minHeight: '2rem', flex: 'none', '& .MuiTab-root': { minHeight: '2rem', py: 0.5 } }}>
      <Tab value="agent" label={t('case.tab_agent')} />
      <Tab value="home" label={t('case.tab_home')} />
    </Tabs>
  );
};

/** Listens for the keys of the list; lives inside it because it needs its rows. */
export const RowKeys = ({ open, setOpen }: { open: Identifier | null; setOpen: (id: Identifier | null) => void }) => {
  useRowKeys(open, setOpen);
  return null;
};
