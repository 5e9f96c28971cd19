import { Button } from '@mui/material';
import { TextInput, type TextInputProps } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { offerJis } from '../../domain/jisx0208.ts';
import { refusedCharacters } from '../../domain/text.ts';
import { t } from '../../i18n/translate.ts';

/** A text in JIS X 0208: names what cannot be used as it is typed, and offers the form that can. */
export const JisInput = ({ source, helperText, ...props }: TextInputProps & { source: string }) => {
  const { setValue } = useFormContext();
  const value: unknown = useWatch({ name: source });
  const typed = typeof value === 'string' ? value : '';
  const refused = refusedCharacters(typed);
  const offer = refused.length === 0 ? null : offerJis(typed);
  return (
    <div>
      <TextInput {...props} source={source} fullWidth helperText={refused.length > 0 ? t('form.jis_bad', { characters: refused.join(' ') }) : helperText ?? false} />
      {offer !== null && (
        <Button size="small" onClick={() => setValue(source, offer, { shouldDirty: true, shouldTouch: true, shouldValidate: true })}>
          {t('form.jis_offer', { from: refused.join(''), to: refused.map((character) => offerJis(character) ?? '').join('') })}
        </Button>
      )}
    </div>
  );
};
