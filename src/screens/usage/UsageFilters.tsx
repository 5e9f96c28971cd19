import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { t } from '../../i18n/translate.ts';
import { WhoseForm } from '../reports/WhoseForm.tsx';
import { GROUPS, MEASURES, type YearKind, yearOf } from './usageTable.ts';
import type { Usage, UsageChoice } from './useUsage.ts';

/** Years back that the roll-ups are looked at. */
const YEARS = 3;
const groupsOf = (reach: Usage['reach']) => GROUPS.filter((group) => reach !== 'garage' || group === 'site');

type Option<Value> = { value: Value; label: string };
const Choice = <Value extends string | number>({ label, value, options, width, onChange }: { label: string; value: Value; options: Option<Value>[]; width: string; onChange: (value: Value) => void }) => (
  <TextField select label={label} value={value} sx={{ width, my: 0 }} onChange={(event) => { const found = options.find((option) => String(option.value) === event.target.value); if (found) onChange(found.value); }}>
    {options.map((option) => <MenuItem key={option.value} value={String(option.value)}>{option.label}</MenuItem>)}
  </TextField>
);

/** What is counted, by whom, of which year; 年度 is the switch. */
export const UsageFilters = ({ reach, today, choice, choose, setWhose }: Pick<Usage, 'reach' | 'today' | 'choice' | 'choose' | 'setWhose'>) => {
  const groups = groupsOf(reach).map((group) => ({ value: group, label: t(`usage.${group}`) }));
  const measures = MEASURES.map((measure) => ({ value: measure, label: t(`usage.${measure}`) }));
  const kinds: Option<UsageChoice['kind']>[] = [{ value: 'all', label: t('usage.all_kinds') }, { value: 'registered', label: t('vehicle_kind.registered') }, { value: 'kei', label: t('vehicle_kind.kei') }];
  const current = yearOf(choice.yearKind, today);
  const years = Array.from({ length: YEARS }, (_, back) => current - back).map((year) => ({ value: year, label: t(choice.yearKind === 'fiscal' ? 'usage.fiscal_year' : 'usage.calendar_year', { year: String(year) }) }));
  return (
    <Box role="search" aria-label={t('list.filters')} data-print="none" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', py: 0.5 }}>
      {groups.length > 1 && <Choice label={t('usage.group')} value={choice.group} options={groups} width="8rem" onChange={(group) => choose({ group })} />}
      <Choice label={t('usage.measure')} value={choice.measure} options={measures} width="9rem" onChange={(measure) => choose({ measure })} />
      <Choice label={t('usage.kind')} value={choice.kind} options={kinds} width="7.5rem" onChange={(kind) => choose({ kind })} />
      <ToggleButtonGroup size="small" exclusive value={choice.yearKind} aria-label={t('usage.year')} onChange={(_, yearKind: YearKind | null) => yearKind && choose({ yearKind })} sx={{ '& .MuiToggleButton-root': { height: '2.125rem', px: 1.25 } }}>
        <ToggleButton value="fiscal">{t('usage.fiscal')}</ToggleButton><ToggleButton value="calendar">{t('usage.calendar')}</ToggleButton>
      </ToggleButtonGroup>
      <Choice label={t('usage.year')} value={choice.year} options={years} width="12rem" onChange={(year) => choose({ year })} />
      <WhoseForm onChange={setWhose} />
    </Box>
  );
};
