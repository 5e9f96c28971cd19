import { Box, Card, Checkbox } from '@mui/material';
import { Link, RecordContextProvider } from 'react-admin';
import { PlateText } from '../../components/PlateView.tsx';
import { t } from '../../i18n/translate.ts';
import { caseName } from '../../resources/applications/case.ts';
import { Age, Due, Exported, LastWord, Place, placeText } from './parts.tsx';
import type { Ticks } from './useTicks.ts';
import type { WorkRow } from './workData.ts';

const LINE = { display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' } as const;

/** The rows of a queue on a phone: a tick with room for a thumb, the number leads to the case. */
export const WorkCards = ({ rows, ticks }: { rows: WorkRow[]; ticks: Ticks }) => (
  <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
    {rows.map((row) => (
      <Card component="li" key={row.id} data-case={row.id} sx={{ display: 'flex', p: 1, gap: 0.5, ...(ticks.ticked.includes(row.id) ? { bgcolor: 'action.selected' } : {}) }}>
        <RecordContextProvider value={row}>
          <Checkbox checked={ticks.ticked.includes(row.id)} onChange={() => ticks.toggle(row.id)} slotProps={{ input: { 'aria-label': t('work.tick_one', { name: caseName(row) }) } }} sx={{ alignSelf: 'start' }} />
          <Box sx={{ display: 'grid', gap: 0.5, flex: 1, minWidth: 0, fontSize: '0.8125rem' }}>
            <Box sx={LINE}><PlateText plate={row} /><Link to={`/applications/${row.id}/show`}>{caseName(row)}</Link><Exported row={row} /></Box>
            <span>{placeText(row)}</span>
            <Box sx={LINE}><Place row={row} /><span>{`${t('work.column.age')} `}<Age row={row} /></span></Box>
            {row.due_on !== null && <Due row={row} />}
            {(row.last_contact !== null || row.request !== null || row.card !== null) && <LastWord row={row} />}
          </Box>
        </RecordContextProvider>
      </Card>
    ))}
  </Box>
);
