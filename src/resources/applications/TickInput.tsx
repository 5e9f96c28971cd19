import { Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel } from '@mui/material';
import { useInput, useTranslateLabel } from 'react-admin';

/** A check box as the manual draws it: the field's name above, what a tick means beside it. */
export const TickInput = ({ source, tick, hint, hideLabel = false }: { source: string; tick: string; hint?: string | false; hideLabel?: boolean }) => {
  const { field, fieldState: { error }, id } = useInput({ source, defaultValue: false });
  const translateLabel = useTranslateLabel();
  const hintId = `${id}-hint`;
  return (
    <FormControl error={error !== undefined} sx={{ mt: 0.5 }}>
      {!hideLabel && <FormLabel component="span" sx={{ fontSize: '0.75rem' }}>{translateLabel({ source })}</FormLabel>}
      <FormControlLabel
        label={tick} sx={{ mr: 0 }}
        control={<Checkbox id={id} name={source} checked={field.value === true} onChange={(_, on) => field.onChange(on)} onBlur={field.onBlur} slotProps={{ input: { 'aria-describedby': hintId } }} sx={{ ml: 0.5 }} />}
      />
      {(error !== undefined || hint) && <FormHelperText id={hintId} sx={{ mx: 0, mt: 0 }}>{error?.message ?? hint}</FormHelperText>}
    </FormControl>
  );
};
