import { Button, MenuItem, TextField } from '@mui/material';
import { offerJis } from '../../domain/jisx0208.ts';
import { refusedCharacters } from '../../domain/text.ts';
import { t, translate } from '../../i18n/translate.ts';
import { isFlag, type CardField, type CardValues } from './card.ts';

const METHODS = ['office', 'agent', 'requester', 'agent_specific', 'requester_specific'];

const choicesOf = (field: CardField, vehicleKind: string): [value: string, word: string][] | undefined => {
  if (isFlag(field)) return [['true', translate(`card_yes.${field}`)], ['false', translate(`card_no.${field}`)]];
  if (field === 'ownership') return ['individual', 'corporate'].map((code) => [code, translate(`ownership.${code}`)]);
  return field === 'update_method' ? METHODS.map((code) => [code, translate(`update_method.${vehicleKind}.${code}`)]) : undefined;
};

type Props = { fields: readonly CardField[]; values: CardValues; problems: Partial<Record<CardField, string>>; vehicleKind: string; onChange: (field: CardField, value: string | boolean) => void };

/** A field for each value that a card asks for; names and addresses offer the characters that the office can take. */
export const ValueFields = ({ fields, values, problems, vehicleKind, onChange }: Props) => (
  <>
    {fields.map((field) => {
      const choices = choicesOf(field, vehicleKind);
      const value = values[field];
      const typed = typeof value === 'string' ? value : '';
      const refused = choices === undefined ? refusedCharacters(typed) : [];
      const offer = refused.length === 0 ? null : offerJis(typed);
      const problem = problems[field];
      return (
        <div key={field}>
          <TextField
            name={field} label={t(`card_field.${field}`)} fullWidth={choices === undefined} select={choices !== undefined} value={value === undefined || value === null ? '' : String(value)}
            onChange={(event) => onChange(field, isFlag(field) ? event.target.value === 'true' : event.target.value)} error={problem !== undefined}
            helperText={problem} sx={{ mt: 1.5, minWidth: '12rem' }} slotProps={{ htmlInput: { autoComplete: 'off' } }}
          >
            {choices?.map(([code, word]) => <MenuItem key={code} value={code}>{word}</MenuItem>)}
          </TextField>
          {offer !== null && <Button size="small" onClick={() => onChange(field, offer)}>{t('form.jis_offer', { from: refused.join(''), to: refused.map((character) => offerJis(character) ?? '').join('') })}</Button>}
        </div>
      );
    })}
  </>
);
