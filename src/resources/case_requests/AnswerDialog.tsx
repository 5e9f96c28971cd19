import { Alert, Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { lengthOf, REQUEST_TEXT, type OpenRequest } from './caseRequest.ts';
import { useCaseAct } from '../applications/useCaseAct.ts';

const STATES = ['done', 'declined'] as const;
type Answer = (typeof STATES)[number];

const problemOf = (state: Answer, text: string): string | undefined => {
  if (state === 'declined' && lengthOf(text) === 0) return t('ask.answer_required');
  return lengthOf(text) > REQUEST_TEXT ? t('ask.too_long', { max: REQUEST_TEXT }) : undefined;
};

/** What was asked for, in the words of the company. */
const Asked = ({ request }: { request: OpenRequest }) => (
  <Box sx={{ mb: 1 }}>
    <Typography sx={{ fontWeight: 700 }}>{wordOf('ask_kind', request.kind)}</Typography>
    <Typography color="text.secondary">{t('ask.asked_by', { at: formatDateTime(request.asked_at), who: request.asked_name ?? '' })}</Typography>
    <Box sx={{ pl: 1, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-wrap' }}>{request.note}</Box>
  </Box>
);

/** The branch says that it has done what was asked for elsewhere, or why it cannot. */
export const AnswerDialog = ({ request, onClose }: { request: OpenRequest; onClose: () => void }) => {
  const [state, setState] = useState<Answer>('done');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = useCaseAct(onClose);
  const problem = tried ? problemOf(state, text) : undefined;
  const send = () => {
    setTried(true);
    if (problemOf(state, text) === undefined) void run('answer_request', { p_id: request.id, p_state: state, p_answer: text }, 'ask.answer_sent');
  };
  return (
    <ConfirmDialog open title={t('ask.answer_title')} busy={busy} onConfirm={send} onClose={onClose}>
      {failure !== '' && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{failure}</Alert>}
      <Asked request={request} />
      <RadioGroup row aria-label={t('ask.answer_title')} value={state} onChange={(_, value) => setState(value === 'declined' ? 'declined' : 'done')}>
        {STATES.map((name) => <FormControlLabel key={name} value={name} control={<Radio size="small" />} label={t(`ask.${name}`)} />)}
      </RadioGroup>
      <TextField label={t('ask.answer_text')} value={text} onChange={(event) => setText(event.target.value)} multiline minRows={2} fullWidth sx={{ mt: 1 }} error={problem !== undefined} helperText={problem ?? t('ask.auto_hint')} />
    </ConfirmDialog>
  );
};
