import { Alert, FormControlLabel, FormHelperText, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { useCaseAct } from '../applications/useCaseAct.ts';
import { filledValues, problemsOfValues, type Card, type CardValues } from './card.ts';
import { ValueFields } from './ValueFields.tsx';

type Props = { card: Card; before: CardValues; onClose: () => void };

const Consent = ({ text, agreed, tried, onChange }: { text: string; agreed: boolean | undefined; tried: boolean; onChange: (agreed: boolean) => void }) => {
  const { role } = useProfile();
  const refused = role === 'preparer';
  return (
    <>
      <Typography sx={{ my: 1, p: 1, border: 1, borderColor: 'divider', fontWeight: 700 }}>{text}</Typography>
      {refused ? <Alert severity="info">{t('card.agree_preparer')}</Alert> : (
        <RadioGroup value={agreed === undefined ? '' : String(agreed)} onChange={(_, value) => onChange(value === 'true')} name="agreed">
          <FormControlLabel value="true" control={<Radio />} label={t('card.agreed')} />
          <FormControlLabel value="false" control={<Radio />} label={t('card.refused')} />
          {tried && agreed === undefined && <FormHelperText error>{t('card.agree_ask')}</FormHelperText>}
        </RadioGroup>
      )}
    </>
  );
};

/** The company's answer; the branch types in what came on the sheet, with the name of who signed it. */
export const AnswerDialog = ({ card, before, onClose }: Props) => {
  const { role, requester } = useProfile();
  const { run, busy, failure } = useCaseAct(onClose);
  const consent = card.kind === 'shortening';
  const sheet = requester === null;
  // 短縮可否 follows from the consent; nobody is asked twice.
  const fields = card.fields.filter((field) => !consent || field !== 'shortening_allowed');
  const [values, setValues] = useState<CardValues>(before);
  const [note, setNote] = useState('');
  const [agreed, setAgreed] = useState<boolean>();
  const [signed, setSigned] = useState('');
  const [tried, setTried] = useState(false);
  const problems = problemsOfValues(fields, values);
  const filled = filledValues(fields, values);
  const empty = !consent && Object.keys(filled).length === 0 && note.trim() === '';
  const wrong = Object.keys(problems).length > 0 || empty || (consent && agreed === undefined) || (consent && sheet && signed.trim() === '');
  const send = async () => {
    setTried(true);
    if (wrong) return;
    const own = consent && card.fields.includes('shortening_allowed') ? { shortening_allowed: agreed } : {};
    await run('answer_card', { p_id: card.id, p: { values: { ...filled, ...own }, note, ...(consent ? { agreed } : {}), ...(consent && sheet ? { signed_name: signed.trim() } : {}) } }, 'card.answered');
  };
  return (
    <ConfirmDialog open title={t(sheet ? 'card.sheet_answer' : 'card.answer_title')} confirmLabel={t('card.answer')} busy={busy} disabled={consent && role === 'preparer'} onConfirm={() => void send()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography sx={{ whiteSpace: 'pre-wrap' }}>{card.question}</Typography>
      {consent && <Consent text={card.consent_text ?? ''} agreed={agreed} tried={tried} onChange={setAgreed} />}
      <ValueFields fields={fields} values={values} problems={tried ? problems : {}} vehicleKind={card.application?.vehicle_kind ?? 'registered'} onChange={(field, value) => setValues((old) => ({ ...old, [field]: value }))} />
      {consent && sheet && <TextField name="signed_name" required label={t('card.signed_name')} value={signed} onChange={(event) => setSigned(event.target.value)} error={tried && signed.trim() === ''} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { maxLength: 60, required: false } }} />}
      <TextField
        name="note" label={t('card.note')} fullWidth multiline minRows={2} value={note} onChange={(event) => setNote(event.target.value)} error={tried && empty}
        helperText={tried && empty ? t('card.note_need') : undefined} sx={{ mt: 1.5 }} slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </ConfirmDialog>
  );
};
