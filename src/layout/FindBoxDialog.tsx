import CloseIcon from '@mui/icons-material/Close';
import { Box, Dialog, IconButton, InputBase, LinearProgress, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-admin';
import { t } from '../i18n/translate.ts';
import { FindList } from './FindBoxList.tsx';
import { useFind } from './findState.ts';
import type { Hit } from './findHits.ts';

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** 検索: type, ↑ ↓, Enter. Before anything is typed it offers what was opened last. */
export const FindDialog = ({ onClose }: { onClose: () => void }) => {
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const composing = useRef(false);
  const navigate = useNavigate();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const find = useFind(text);
  const here = Math.min(at, find.hits.length - 1);
  const open = (hit: Hit) => {
    find.remember(hit);
    onClose();
    void navigate(hit.to);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    // Enter that ends a conversion of the IME opens nothing.
    if (composing.current || key.nativeEvent.isComposing) return;
    const step = STEP[key.key];
    const hit = find.hits[here];
    if (step !== undefined && find.hits.length > 0) setAt((here + step + find.hits.length) % find.hits.length);
    else if (key.key === 'Enter' && hit !== undefined && !find.busy) open(hit);
    else return;
    key.preventDefault();
  };
  return (
    <Dialog
      open onClose={onClose} fullWidth maxWidth="sm" fullScreen={small} aria-label={t('find.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }} slotProps={{ paper: { sx: small ? {} : { mt: 6, maxHeight: 'calc(100dvh - 6rem)' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <InputBase
          autoFocus fullWidth value={text} placeholder={t('find.placeholder')} onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          inputProps={{
            role: 'combobox', 'aria-label': t('find.title'), 'aria-expanded': find.hits.length > 0, 'aria-controls': listId, 'aria-autocomplete': 'list', autoComplete: 'off', spellCheck: false, maxLength: 60,
            ...(find.hits[here] ? { 'aria-activedescendant': `${listId}-${here}` } : {}),
            onCompositionStart: () => { composing.current = true; }, onCompositionEnd: () => { composing.current = false; },
          }}
          sx={{ fontSize: '1rem' }}
        />
        <IconButton size="small" aria-label={t('find.close')} onClick={onClose}><CloseIcon fontSize="small" /></IconButton>
      </Box>
      <Box sx={{ height: 2 }}>{find.busy && <LinearProgress aria-label={t('find.busy')} sx={{ height: 2 }} />}</Box>
      <FindList id={listId} find={find} text={text.trim()} at={here} onAt={setAt} onOpen={open} />
      <Typography sx={{ display: { xs: 'none', sm: 'block' }, px: 2, py: 0.5, borderTop: 1, borderColor: 'divider', fontSize: '0.75rem', color: 'text.secondary' }}>{t('find.keys')}</Typography>
    </Dialog>
  );
};
