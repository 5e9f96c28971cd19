import { Checkbox, FormControlLabel, FormHelperText, MenuItem, TextField } from '@mui/material';
import { t } from '../../i18n/translate.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { FeeKind } from './case.ts';
import type { FormField, Typed, ValueField } from './eventForm.ts';
import { feeName } from './historyText.ts';

type EventFieldsProps = {
  fields: FormField[]; typed: Typed; problems: Partial<Record<ValueField, MessageKey>>; onType: (name: ValueField, value: string | boolean) => void;
  feeKinds: FeeKind[]; vehicle: string; today: string; dense?: boolean;
};

const HINTS: Partial<Record<ValueField, MessageKey>> = { completed_on: 'value.completed_hint', application_no: 'value.application_no_hint' };
const INPUT_MODE: Partial<Record<ValueField, 'numeric'>> = { amount: 'numeric', acceptance_no: 'numeric', application_no: 'numeric' };

/** The values an event asks for: dates as date fields, money and numbers for a numeric keyboard, a tick as a tick. */
export const EventFields = ({ fields, typed, problems, onType, feeKinds, vehicle, today, dense = false }: EventFieldsProps) => (
  <>
    {fields.map(({ name, required }, index) => {
      const problem = problems[name];
      const hint = HINTS[name];
      const helper = problem === undefined ? hint && t(hint) : t(problem);
      const value = typed[name];
      if (name === 'hotekisho_reregistered') {
        return (
          <div key={name}>
            <FormControlLabel control={<Checkbox checked={value === true} onChange={(_, on) => onType(name, on)} />} label={t('value.hotekisho_reregistered')} />
            {problem && <FormHelperText error>{t(problem)}</FormHelperText>}
          </div>
        );
      }
      const day = name.endsWith('_on');
      // `required` marks the label; the sentence is ours, not the browser's bubble.
      return (
        <TextField
          key={name} name={name} label={t(`value.${name}`)} required={required} value={value ?? ''} fullWidth={!day && !dense} autoFocus={index === 0 && !dense}
          error={problem !== undefined} helperText={helper} onChange={(event) => onType(name, event.target.value)} sx={{ mr: 1, minWidth: '12rem' }}
          {...(day ? { type: 'date' } : {})} {...(name === 'note' ? { multiline: true, minRows: 2 } : {})} {...(name === 'fee_kind' ? { select: true } : {})}
          slotProps={{ inputLabel: day ? { shrink: true } : {}, htmlInput: { ...(INPUT_MODE[name] === undefined ? {} : { inputMode: INPUT_MODE[name] }), ...(day && name !== 'due_on' ? { max: today } : {}), autoComplete: 'off', required: false, 'aria-required': required } }}
        >
          {name === 'fee_kind' ? feeKinds.map((kind) => <MenuItem key={kind} value={kind}>{feeName(kind, vehicle)}</MenuItem>) : null}
        </TextField>
      );
    })}
  </>
);
