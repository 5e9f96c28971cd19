import { Alert, Box, Button, Typography } from '@mui/material';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { t } from '../../i18n/translate.ts';
import { useFactors, useProfileStore } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import type { Enrolment } from '../../providers/factors.ts';
import { CodeForm } from './CodeForm.tsx';

const QUIET = 4;

/** Dark on white in both modes: readers do not take an inverted code. */
const QrPicture = ({ text }: { text: string }) => {
  const code = generate(text);
  const size = code.size + QUIET * 2;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="208" height="208" role="img" aria-label={t('factor.qr')} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={toSvgPath(code)} transform={`translate(${QUIET} ${QUIET})`} fill="#000" />
    </svg>
  );
};

const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

const Secret = ({ secret }: { secret: string }) => {
  const notify = useNotify();
  const copy = () => void navigator.clipboard.writeText(secret).then(() => notify(t('factor.copied'), { type: 'success' }));
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1 }}>
      <Typography color="text.secondary">{t('factor.secret')}</Typography>
      <Typography component="code" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{grouped(secret)}</Typography>
      <Button size="small" onClick={copy}>{t('factor.copy')}</Button>
    </Box>
  );
};

const Steps = ({ enrolment, onDone, children }: { enrolment: Enrolment; onDone: () => void; children: ReactNode }) => {
  const factors = useFactors();
  const store = useProfileStore();
  const notify = useNotify();
  const prove = async (code: string) => {
    await factors.prove(enrolment.id, code);
    await store.refresh();
    notify(t('factor.enrolled'), { type: 'success' });
    onDone();
  };
  return (
    <>
      <Box component="ol" sx={{ m: 0, mb: 1, pl: 3 }}>{[t('factor.step_app'), t('factor.step_scan'), t('factor.step_code')].map((step) => <li key={step}>{step}</li>)}</Box>
      <QrPicture text={enrolment.uri} />
      <Secret secret={enrolment.secret} />
      <CodeForm onCode={prove}>{children}</CodeForm>
    </>
  );
};

/** Enrolment: what it is for, the secret as picture and text, and the first code as proof. `children` are the way out. */
export const FactorEnrolment = ({ onDone, children }: { onDone: () => void; children: ReactNode }) => {
  const factors = useFactors();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [problem, setProblem] = useState<string>();
  const begin = () => {
    setProblem(undefined);
    factors.begin().then(setEnrolment, (error: unknown) => setProblem(toAppError(error).message));
  };
  if (enrolment !== undefined) return <Steps enrolment={enrolment} onDone={onDone}>{children}</Steps>;
  return (
    <>
      <Typography>{t('factor.enroll_text')}</Typography>
      {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}><Button variant="contained" onClick={begin}>{t('factor.begin')}</Button>{children}</Box>
    </>
  );
};
