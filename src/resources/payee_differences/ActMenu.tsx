import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import { Button, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { actsOf, type Difference, type DifferenceAct } from './difference.ts';

const nameOf = (act: DifferenceAct): string => t(`payees.${act === 'write_off' ? 'borne' : act}`);

/** What finance may do about the row: one button however many acts there are, so that every row is as high as the others. */
export const ActMenu = ({ onAsk }: { onAsk: (difference: Difference, act: DifferenceAct) => void }) => {
  const { role } = useProfile();
  const row = useRecordContext<Difference>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (row === undefined || !canAccess(role, { resource: 'payee_differences', action: 'act' })) return null;
  const acts = actsOf(row.state);
  const [only] = acts;
  if (acts.length === 1 && only !== undefined) return <Button sx={{ minHeight: 0, py: 0.25 }} onClick={() => onAsk(row, only)}>{nameOf(only)}</Button>;
  return (
    <>
      <Button aria-haspopup="menu" aria-expanded={anchor !== null} endIcon={<ArrowDropDown />} sx={{ minHeight: 0, py: 0.25 }} onClick={(event) => setAnchor(event.currentTarget)}>{t('payees.choose_act')}</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <Typography component="li" role="none" color="text.secondary" sx={{ px: 2, pb: 0.5, maxWidth: '22rem' }}>{wordOf('payees.todo', row.state)}</Typography>
        {acts.map((act) => <MenuItem key={act} onClick={() => { setAnchor(null); onAsk(row, act); }}>{nameOf(act)}</MenuItem>)}
      </Menu>
    </>
  );
};
