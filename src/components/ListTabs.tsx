import { Tab, Tabs } from '@mui/material';
import { useStore } from 'react-admin';

/** The tab of a list, kept in the browser; the first one when nothing was chosen. */
export const useListTab = <Name extends string>(resource: string, names: readonly [Name, ...Name[]]): [Name, (name: Name) => void] => {
  const [kept, keep] = useStore<Name>(`${resource}.tab`, names[0]);
  return [names.includes(kept) ? kept : names[0], keep];
};

/** Tabs over a list; what they mean is the scope of `providers/resources.ts` (`filter.tab`). */
export const ListTabs = <Name extends string>({ label, value, tabs, onChange }: { label: string; value: Name; tabs: readonly { name: Name; label: string }[]; onChange: (name: Name) => void }) => (
  <Tabs value={value} onChange={(_, name: Name) => onChange(name)} aria-label={label} data-print="none" sx={{ minHeight: '2rem', flex: 'none', '& .MuiTab-root': { minHeight: '2rem', py: 0 } }}>
    {tabs.map((tab) => <Tab key={tab.name} value={tab.name} label={tab.label} />)}
  </Tabs>
);
