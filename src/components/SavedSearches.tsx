import BookmarkIcon from '@mui/icons-material/BookmarkBorder';
import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { Alert, Box, Button, Divider, IconButton, Menu, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useGetList, useListContext, useNotify, useRefresh, type RaRecord, type SortPayload } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { toAppError } from '../providers/errors.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

type Params = { filter?: Record<string, unknown>; sort?: SortPayload; perPage?: number };
type SavedSearch = RaRecord & { resource: string; name: string; params: Params };

const MAX_NAME = 30;

/** Keeps what the list shows now under a name; the same name is replaced. */
const KeepDialog = ({ kept, onClose }: { kept: SavedSearch[]; onClose: () => void }) => {
  const { resource, filterValues, sort, perPage } = useListContext();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState('');
  const trimmed = name.trim();
  const save = async () => {
    const params: Params = { filter: filterValues, sort, perPage };
    const old = kept.find((search) => search.name === trimmed);
    try {
      if (old) await dataProvider.update('saved_searches', { id: old.id, data: { params }, previousData: old });
      else await dataProvider.create('saved_searches', { data: { resource, name: trimmed, params } });
      notify(t('saved.kept', { name: trimmed }), { type: 'success' });
      onClose();
      refresh();
    } catch (error) {
      setFailure(toAppError(error).message);
    }
  };
  return (
    <ConfirmDialog open title={t('saved.keep')} disabled={trimmed === '' || [...trimmed].length > MAX_NAME} onConfirm={() => void save()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" sx={{ mb: 1 }}>{failure}</Alert>}
      <TextField label={t('saved.name')} value={name} onChange={(event) => setName(event.target.value)} helperText={t('saved.name_hint')} fullWidth autoFocus sx={{ mt: 1 }} />
    </ConfirmDialog>
  );
};

const SavedRow = ({ search, onChoose, onRemove }: { search: SavedSearch; onChoose: () => void; onRemove: () => void }) => (
  <Box component="li" role="none" sx={{ display: 'flex', alignItems: 'center' }}>
    <MenuItem component="div" onClick={onChoose} sx={{ flex: 1 }}>{search.name}</MenuItem>
    <IconButton size="small" aria-label={t('saved.remove', { name: search.name })} onClick={onRemove}><DeleteIcon fontSize="small" /></IconButton>
  </Box>
);

/** 保存した条件: one's own searches of the list at hand; choosing one searches at once. */
export const SavedSearches = () => {
  const { resource, setFilters, setSort, setPerPage } = useListContext();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [keeping, setKeeping] = useState(false);
  const { data = [], error, refetch } = useGetList<SavedSearch>('saved_searches', { filter: { resource }, pagination: { page: 1, perPage: 50 }, sort: { field: 'name', order: 'ASC' } });
  const choose = ({ params }: SavedSearch) => {
    setAnchor(null);
    if (params.sort) setSort(params.sort);
    if (params.perPage) setPerPage(params.perPage);
    setFilters(params.filter ?? {}, {}, false);
  };
  const remove = async (search: SavedSearch) => {
    try {
      await dataProvider.delete('saved_searches', { id: search.id, previousData: search });
      notify(t('saved.removed', { name: search.name }), { type: 'info' });
    } catch (cause) {
      notify(toAppError(cause).message, { type: 'error' });
    }
    await refetch();
  };
  return (
    <>
      <Button startIcon={<BookmarkIcon />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>{t('saved.button')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('saved.menu'), dense: true } }}>
        {error && <Alert severity="error">{error.message}</Alert>}
        {!error && data.length === 0 && <Typography color="text.secondary" sx={{ px: 2, py: 0.5 }}>{t('saved.none')}</Typography>}
        {data.map((search) => <SavedRow key={search.id} search={search} onChoose={() => choose(search)} onRemove={() => void remove(search)} />)}
        <Divider />
        <MenuItem onClick={() => { setAnchor(null); setKeeping(true); }}>{t('saved.keep')}</MenuItem>
      </Menu>
      {keeping && <KeepDialog kept={data} onClose={() => setKeeping(false)} />}
    </>
  );
};
