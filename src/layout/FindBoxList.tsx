import { Alert, Box, Button, Typography } from '@mui/material';
import { useEffect } from 'react';
import { t } from '../i18n/translate.ts';
import { toAppError } from '../providers/errors.ts';
import type { Hit } from './findHits.ts';
import type { Find } from './findState.ts';

type Props = { id: string; find: Find; text: string; at: number; onAt: (at: number) => void; onOpen: (hit: Hit) => void };

const Line = ({ hit, id, here, onAt, onOpen }: { hit: Hit; id: string; here: boolean; onAt: () => void; onOpen: () => void }) => {
  useEffect(() => {
    if (here) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [here, id]);
  return (
    <Box
      role="option" id={id} aria-selected={here} onMouseMove={onAt} onClick={onOpen}
      sx={{ px: 2, py: 0.5, cursor: 'pointer', bgcolor: here ? 'action.selected' : 'transparent', borderLeft: 3, borderColor: here ? 'primary.main' : 'transparent' }}
    >
      <Typography noWrap title={hit.title} sx={{ fontWeight: 600 }}>{hit.title}</Typography>
      <Typography noWrap title={hit.sub} sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{hit.sub}</Typography>
    </Box>
  );
};

const Words = ({ text, hint }: { text: string; hint?: string }) => (
  <Box sx={{ px: 2, py: 1.5 }}>
    <Typography>{text}</Typography>
    {hint !== undefined && <Typography color="text.secondary" sx={{ fontSize: '0.8125rem', mt: 0.5 }}>{hint}</Typography>}
  </Box>
);

/** The hits by kind, or what was opened last, or why there is nothing. */
export const FindList = ({ id, find, text, at, onAt, onOpen }: Props) => {
  const { hits, recent, busy, error, broad, asked } = find;
  return (
    <Box sx={{ overflowY: 'auto', flex: 1, minHeight: '6rem', pb: 1 }} aria-live="polite">
      {error !== null && <Alert severity="error" sx={{ m: 1 }}>{toAppError(error).message}</Alert>}
      {broad && <Alert severity="info" sx={{ m: 1, py: 0 }}>{t('find.broad')}</Alert>}
      {!asked && <Words text={t('find.hint')} />}
      {asked && !busy && error === null && hits.length === 0 && <Words text={t('find.none', { text })} hint={t('find.none_hint')} />}
      <Box role="listbox" id={id} aria-label={recent ? t('find.recent') : t('find.results')}>
        {hits.map((hit, index) => (
          <Box key={hit.key}>
            {(index === 0 || (!recent && hits[index - 1]?.kind !== hit.kind)) && (
              <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', px: 2, pt: 1 }}>
                <Typography sx={{ fontSize: '0.75rem', fontWeight: 700, color: 'text.secondary' }}>{recent ? t('find.recent') : t(`find.${hit.kind}`)}</Typography>
                {recent && <Button size="small" onClick={find.forget} sx={{ py: 0, fontSize: '0.75rem' }}>{t('find.clear_recent')}</Button>}
              </Box>
            )}
            <Line hit={hit} id={`${id}-${index}`} here={index === at} onAt={() => onAt(index)} onOpen={() => onOpen(hit)} />
          </Box>
        ))}
      </Box>
    </Box>
  );
};
