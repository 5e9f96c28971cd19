import SearchIcon from '@mui/icons-material/Search';
import { Button, IconButton, useMediaQuery, type Theme } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { t } from '../i18n/translate.ts';
import { canAccess } from '../providers/access.ts';
import { useProfile } from '../providers/context.tsx';

const FindDialog = lazy(async () => ({ default: (await import('./FindBoxDialog.tsx')).FindDialog }));

/** The field in the top bar; Ctrl-K or ⌘K opens it from everywhere, by key position because the IME may be on. */
export const FindBox = () => {
  const { role } = useProfile();
  const [open, setOpen] = useState(false);
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('lg'));
  const allowed = canAccess(role, { resource: 'applications', action: 'list' });
  useEffect(() => {
    if (!allowed) return undefined;
    const onKey = (key: KeyboardEvent) => {
      if (key.code !== 'KeyK' || !(key.ctrlKey || key.metaKey) || key.altKey || key.shiftKey) return;
      key.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [allowed]);
  if (!allowed) return null;
  const label = `${t('find.open')} ${t('find.shortcut')}`;
  return (
    <>
      {small ? <IconButton color="inherit" size="small" aria-label={label} title={label} onClick={() => setOpen(true)}><SearchIcon fontSize="small" /></IconButton> : (
        <Button color="inherit" variant="outlined" size="small" startIcon={<SearchIcon fontSize="small" />} title={label} onClick={() => setOpen(true)} sx={{ flex: 'none', borderColor: 'rgba(255,255,255,.4)', py: 0, fontWeight: 400 }}>{label}</Button>
      )}
      {open && <Suspense fallback={null}><FindDialog onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
};
