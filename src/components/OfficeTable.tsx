import { Box, type SxProps, type Theme } from '@mui/material';
import { DataTable, type DataTableProps } from 'react-admin';

/** Header and first column stay while the rows scroll; with tick boxes the first two columns stay. */
const tableSx = (ticks: boolean): SxProps<Theme> => (theme) => {
  const paper = theme.palette.background.paper;
  const head = theme.palette.mode === 'dark' ? '#262d32' : '#e9edef';
  const hover = theme.palette.mode === 'dark' ? '#273035' : '#eef4f5';
  const second = ticks ? { '& th:nth-of-type(2), & td:nth-of-type(2)': { position: 'sticky', left: '2.25rem', zIndex: 1, bgcolor: 'inherit' } } : {};
  return {
    display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, position: 'relative',
    '& .RaDataTable-tableWrapper': { flex: 1, minHeight: 0, overflow: 'auto', border: 1, borderColor: 'divider', bgcolor: paper, borderRadius: 1, '@media print': { overflow: 'visible' } },
    // What can be done with ticked rows stands below them: above, the rows would jump away from the pointer.
    '& .RaBulkActionsToolbar-toolbar': { position: 'static', transform: 'none', order: 2, minHeight: '2.5rem !important', '&.RaBulkActionsToolbar-collapsed': { display: 'none' } },
    '& > div > div:has(> .RaBulkActionsToolbar-toolbar)': { order: 2 },
    '& table': { borderCollapse: 'separate' },
    '& thead tr': { bgcolor: head },
    // Twice the class: the library's own rule for head cells has two classes as well.
    '& thead.RaDataTable-thead th.MuiTableCell-root': { bgcolor: head, height: '2rem' },
    '& tbody tr': { bgcolor: paper },
    '& tbody tr:hover': { bgcolor: `${hover} !important` },
    '& td': { whiteSpace: 'nowrap' },
    '& th:first-of-type, & td:first-of-type': { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'inherit' },
    ...second,
    '& thead th.MuiTableCell-root:first-of-type': { zIndex: 3 },
    ...(ticks ? { '& thead th.MuiTableCell-root:nth-of-type(2)': { zIndex: 3 } } : {}),
  };
};

/** react-admin's DataTable in the office's look. Bulk actions only where the screen brings them. */
export const OfficeTable = ({ bulkActionButtons = false, ...props }: DataTableProps) => (
  <Box sx={tableSx(bulkActionButtons !== false)} className="office-table" data-print="flow">
    <DataTable {...props} bulkActionButtons={bulkActionButtons} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }} />
  </Box>
);
