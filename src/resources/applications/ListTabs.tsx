import { useListContext, type Identifier } from 'react-admin';
import { ListTabs as Tabs } from '../../components/ListTabs.tsx';
import { t } from '../../i18n/translate.ts';
import { useTab, type Tab } from './useNeighbours.ts';
import { useRowKeys } from './useRowKeys.ts';

/** 代理申請 (what the branch files) and 所属事業者 (what its companies have filed): each one constant filter (docs/bench.md). */
export const ListTabs = () => {
  const [tab, setTab] = useTab();
  const { setPage } = useListContext();
  const choose = (next: Tab) => {
    setTab(next);
    setPage(1);
  };
  return <Tabs label={t('case.tab_label')} value={tab} tabs={[{ name: 'agent', label: t('case.tab_agent') }, { name: 'home', label: t('case.tab_home') }]} onChange={choose} />;
};

/** Listens for the keys of the list; lives inside it because it needs its rows. */
export const RowKeys = ({ open, setOpen, enabled }: { open: Identifier | null; setOpen: (id: Identifier | null) => void; enabled: boolean }) => {
  useRowKeys(open, setOpen, enabled);
  return null;
};
