import { Alert, Checkbox, FormControlLabel, FormGroup, FormLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, type Identifier, type RaRecord } from 'react-admin';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { addDays } from '../../domain/calendar.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import type { EventLine } from '../applications/historyText.ts';
import { useCaseAct } from '../applications/useCaseAct.ts';
import { CARD_FIELDS, CARD_KINDS, draftConsent, draftQuestion, isDueDay, usualFields, type CardField, type CardKind, type CardPlace } from './card.ts';

type Subject = CardPlace & { id: Identifier; inspection_expires_on?: string | null };
type Props = { cases: Subject[]; subject: string; onClose: () => void };
const FIELD = { mt: 1.5 } as const;

/** The kind that the first case's place suggests. */
const likelyKind = ({ filing_status: filing, oss_status: oss }: CardPlace): CardKind => {
  if (filing === 'requested') return 'shortening';
  if (oss === 'payment_retry' || oss?.endsWith('_due') === true || oss === 'fees_due') return 'balance';
  return filing === 'error' ? 'rejection' : 'correction';
};

/** Events that say why a case stands where it does. */
const TELLING = new Set(['request_correction', 'reject', 'not_accept', 'fail', 'payment_failed', 'void']);

/** What was noted when the case of a card went wrong; several cases have no reason in common. */
const useReason = (cases: Subject[]): string | null => {
  const { data = [] } = useGetList<RaRecord & EventLine>('application_events', {
    filter: { application_id: cases[0]?.id }, pagination: { page: 1, perPage: 20 }, sort: { field: 'id', order: 'DESC' },
  }, { enabled: cases.length === 1 });
  return data.find(({ event }) => TELLING.has(event))?.note ?? null;
};

const FieldTicks = ({ fields, onChange }: { fields: CardField[]; onChange: (fields: CardField[]) => void }) => (
  <>
    <FormLabel component="legend" sx={{ mt: 1.5, fontSize: '0.75rem' }}>{t('card.fields')}</FormLabel>
    <FormGroup row>
      {CARD_FIELDS.map((field) => (
        <FormControlLabel
          key={field} label={t(`card_field.${field}`)} slotProps={{ typography: { fontSize: '0.8125rem' } }}
          control={<Checkbox size="small" checked={fields.includes(field)} onChange={(_, on) => onChange(CARD_FIELDS.filter((name) => (name === field ? on : fields.includes(name))))} />}
        />
      ))}
    </FormGroup>
  </>
);

/** A card to the companies of one or several cases: the exact question, the fields to fill, the day of the answer, and for 短縮の確認 the text to agree to. */
export const SendCardDialog = ({ cases, subject, onClose }: Props) => {
  const { today } = useProfile();
  const { run, busy, failure } = useCaseAct(onClose);
  const [first] = cases;
  const place = first ?? { filing_status: 'filing', oss_status: null };
  const reason = useReason(cases);
  const [kind, setKind] = useState<CardKind>(() => likelyKind(place));
  // What was written by hand stays, whatever is chosen or read afterwards.
  const [written, setWritten] = useState<string>();
  const question = written ?? draftQuestion(kind, place, reason);
  const [fields, setFields] = useState<CardField[]>(() => usualFields(kind, place));
  const [dueOn, setDueOn] = useState(addDays(today, 2));
  const [consent, setConsent] = useState(() => draftConsent(cases.length === 1 ? first?.inspection_expires_on ?? null : null));
  const choose = (next: CardKind) => {
    setKind(next);
    setFields(usualFields(next, place));
  };
  const wrong = question.trim() === '' || !isDueDay(dueOn, today) || (kind === 'shortening' && consent.trim() === '');
  const send = async () => {
    await run('send_cards', { p: { applications: cases.map(({ id }) => id), kind, question, fields, due_on: dueOn, ...(kind === 'shortening' ? { consent_text: consent } : {}) } }, 'card.sent');
  };
  return (
    <ConfirmDialog open title={t('card.send_title', { count: cases.length })} confirmLabel={t('card.send_do')} busy={busy} disabled={wrong} onConfirm={() => void send()} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Typography color="text.secondary">{subject}</Typography>
      <Typography color="text.secondary" sx={{ fontSize: '0.75rem', mt: 0.5 }}>{t('card.send_hint')}</Typography>
      <TextField name="kind" select required label={t('card.kind')} value={kind} onChange={(event) => choose(CARD_KINDS.find((name) => name === event.target.value) ?? kind)} sx={{ ...FIELD, minWidth: '10rem' }}>
        {CARD_KINDS.map((name) => <MenuItem key={name} value={name}>{t(`card_kind.${name}`)}</MenuItem>)}
      </TextField>
      <TextField name="question" label={t('card.question')} required fullWidth multiline minRows={3} value={question} onChange={(event) => setWritten(event.target.value)} sx={FIELD} slotProps={{ htmlInput: { maxLength: 1000, required: false } }} />
      {kind === 'shortening' && <TextField name="consent_text" label={t('card.consent')} required fullWidth multiline minRows={2} value={consent} onChange={(event) => setConsent(event.target.value)} helperText={t('card.consent_hint')} sx={FIELD} slotProps={{ htmlInput: { maxLength: 1000, required: false } }} />}
      <FieldTicks fields={fields} onChange={setFields} />
      <TextField name="due_on" type="date" required label={t('card.due_on')} value={dueOn} onChange={(event) => setDueOn(event.target.value)} error={!isDueDay(dueOn, today)} helperText={isDueDay(dueOn, today) ? t('card.due_hint') : t('card.past')} sx={FIELD} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today, required: false } }} />
    </ConfirmDialog>
  );
};
