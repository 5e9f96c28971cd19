import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useEffect, useRef } from 'react';
import { Link, RecordContextProvider } from 'react-admin';
import { PlateText } from '../../components/PlateView.tsx';
import { t } from '../../i18n/translate.ts';
import { caseName } from '../../resources/applications/case.ts';
import { SIZES } from '../../theme/theme.ts';
import { Age, Due, Exported, LastWord, Place, placeText } from './parts.tsx';
import type { Ticks } from './useTicks.ts';
import type { WorkRow } from './workData.ts';

const CLIPPED = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const Row = ({ row, here, ticked, onTick, onGo }: { row: WorkRow; here: boolean; ticked: boolean; onTick: () => void; onGo: () => void }) => {
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <RecordContextProvider value={row}>
      <TableRow ref={line} hover selected={ticked} aria-selected={ticked} aria-current={here || undefined} data-case={row.id} onClick={onGo} sx={{ height: SIZES.row, scrollMarginTop: SIZES.row, ...(here ? { outline: 2, outlineOffset: -2, outlineColor: 'primary.main' } : {}) }}>
        <TableCell padding="checkbox"><Checkbox size="small" checked={ticked} onChange={onTick} onClick={(event) => event.stopPropagation()} slotProps={{ input: { 'aria-label': t('work.tick_one', { name: caseName(row) }) } }} sx={{ p: 0.25 }} /></TableCell>
        <TableCell><Due row={row} /></TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}><Age row={row} /></TableCell>
        <TableCell><PlateText plate={row} /></TableCell>
        <TableCell><Link to={`/applications/${row.id}/show`} tabIndex={-1}>{caseName(row)}</Link><Exported row={row} /></TableCell>
        <TableCell title={placeText(row)} sx={{ ...CLIPPED, maxWidth: '16rem' }}>{placeText(row)}</TableCell>
        <TableCell><Place row={row} /></TableCell>
        <TableCell sx={{ width: '99%', maxWidth: '10rem' }}><LastWord row={row} /></TableCell>
      </TableRow>
    </RecordContextProvider>
  );
};

/** The rows of a queue, dense; the framed one is where the keys are. */
export const WorkTable = ({ rows, ticks }: { rows: WorkRow[]; ticks: Ticks }) => {
  const ticked = new Set(ticks.ticked);
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'background.paper', border: 1, borderColor: 'divider' }}>
      <Table size="small" stickyHeader sx={{ fontSize: SIZES.table, '& td, & th': { px: 0.75, py: 0, fontSize: SIZES.table } }}>
        <TableHead>
          <TableRow sx={{ height: SIZES.row }}>
            <TableCell padding="checkbox">
              <Checkbox size="small" checked={ticked.size > 0 && ticked.size === rows.length} indeterminate={ticked.size > 0 && ticked.size < rows.length} onChange={ticks.toggleAll} slotProps={{ input: { 'aria-label': t('work.tick_all') } }} sx={{ p: 0.25 }} />
            </TableCell>
            {(['due', 'age', 'plate', 'number', 'place', 'status', 'contact'] as const).map((name) => <TableCell key={name} align={name === 'age' ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>{t(`work.column.${name}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => <Row key={row.id} row={row} here={index === ticks.at} ticked={ticked.has(row.id)} onTick={() => ticks.toggle(row.id)} onGo={() => ticks.goTo(index)} />)}
        </TableBody>
      </Table>
    </Box>
  );
};
