import { Alert, Box, Button, TextField } from '@mui/material';
import { useState, type FormEvent, type ReactNode } from 'react';
import { t } from '../../i18n/translate.ts';
import { toAppError } from '../../providers/errors.ts';

/** Six digits, however wide they were typed. */
const digitsOf = (typed: string): string => typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6);

/** 確認コード and 確定. A refused code is forgotten: the app shows another one soon. `children` are further buttons. */
export const CodeForm = ({ onCode, children }: { onCode: (code: string) => Promise<void>; children?: ReactNode }) => {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    onCode(code).catch((error: unknown) => {
      setProblem(toAppError(error).message);
      setCode('');
      setBusy(false);
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={t('factor.code')} helperText={t('factor.code_hint')} required autoFocus autoComplete="one-time-code" value={code} onChange={(event) => setCode(digitsOf(event.target.value))}
        slotProps={{ htmlInput: { inputMode: 'numeric', style: { letterSpacing: '0.3em', fontSize: '1.25rem' } } }}
      />
      {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
        <Button type="submit" variant="contained" disabled={busy || code.length < 6}>{busy ? t('factor.checking') : t('action.confirm')}</Button>
        {children}
      </Box>
    </form>
  );
};
