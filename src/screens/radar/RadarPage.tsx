import { Alert, Box, Card, List, ListItemButton, ListItemText, MenuItem, TextField, Typography } from '@mui/material';
import { CanAccess } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { formatDate, formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage, LoadingPage } from '../../layout/Pages.tsx';
import { toAppError } from '../../providers/errors.ts';
import { type RadarCounts, RULES, type RuleName, useRadar } from './radarData.ts';
import { RuleLines } from './RuleLines.tsx';

type PickProps = { radar: RadarCounts; rules: RuleName[]; rule: RuleName; onPick: (rule: RuleName) => void };

const Picker = ({ radar, rules, rule, onPick }: PickProps) => (
  <>
    <Card component="nav" aria-label={t('radar.all_rules')} sx={{ display: { xs: 'none', md: 'block' }, alignSelf: 'start', position: 'sticky', top: 0 }}>
      <List dense disablePadding>
        {rules.map((name) => {
          const count = radar.counts[name] ?? 0;
          return (
            <ListItemButton key={name} selected={name === rule} aria-current={name === rule} data-rule={name} onClick={() => onPick(name)} sx={{ py: 0.25, minHeight: '2.125rem' }}>
              <ListItemText primary={t(`radar.rules.${name}`)} slotProps={{ primary: { sx: { color: count === 0 ? 'text.secondary' : 'text.primary' } } }} />
              <Typography sx={{ ml: 1, flex: 'none', fontWeight: count === 0 ? 400 : 700, color: count === 0 ? 'text.secondary' : 'text.primary' }}>{t('radar.count', { count })}</Typography>
            </ListItemButton>
          );
        })}
      </List>
    </Card>
    <TextField select fullWidth label={t('radar.all_rules')} value={rule} onChange={(event) => onPick(event.target.value as RuleName)} sx={{ display: { md: 'none' } }}>
      {rules.map((name) => <MenuItem key={name} value={name}>{`${t(`radar.rules.${name}`)}（${t('radar.count', { count: radar.counts[name] ?? 0 })}）`}</MenuItem>)}
    </TextField>
  </>
);

const subOf = ({ today, total, counted_at }: RadarCounts): string => counted_at === null
  ? t('radar.sub', { date: formatDate(today), count: total })
  : t('radar.sub_counted', { date: formatDate(today), count: total, at: formatDateTime(counted_at) });

const Radar = () => {
  const [search, setSearch] = useSearchParams();
  const { data: radar, error } = useRadar();
  if (radar === undefined) return error === null ? <LoadingPage /> : <Alert severity="error">{toAppError(error).message}</Alert>;
  const rules = RULES.filter((name) => radar.counts[name] !== undefined);
  const rule = rules.find((name) => name === search.get('rule')) ?? rules.find((name) => (radar.counts[name] ?? 0) > 0) ?? rules[0];
  return (
    <>
      <PageTitle title={t('radar.title')} sub={subOf(radar)} />
      {radar.total === 0 && <Alert severity="success" sx={{ mb: 1 }}>{t('radar.none')}{t('radar.none_hint')}</Alert>}
      {rule !== undefined && (
        <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '17rem minmax(0, 1fr)' } }}>
          <Picker radar={radar} rules={rules} rule={rule} onPick={(name) => setSearch({ rule: name }, { replace: true })} />
          <RuleLines key={rule} rule={rule} today={radar.today} mutedCount={radar.muted[rule] ?? 0} />
        </Box>
      )}
    </>
  );
};

/** 要注意一覧: what will go wrong, by rule; the first rule that has lines is open. */
export const RadarPage = () => <CanAccess resource="radar" action="list" accessDenied={<ForbiddenPage />}><Radar /></CanAccess>;
