import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { wordOf } from '../../components/values.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Turn } from '../../theme/tones.ts';
import type { Case } from '../applications/case.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import type { CaseRequest, RequestState } from './caseRequest.ts';
import { useCaseAct } from '../applications/useCaseAct.ts';

const TURN: Record<RequestState, Turn> = { asked: 'agent', done: 'done', declined: 'trouble', cancelled: 'ended' };
const COMPANY = ['requester_admin', 'site_admin', 'submitter'];
const AGENT = ['branch_admin', 'branch_staff', 'hq_admin'];

/** Buttons of an open request: the agent answers, the company takes it back. The database judges again. */
const Acts = ({ request, record, onAnswer }: { request: CaseRequest; record: Case; onAnswer: () => void }) => {
  const { role, branch } = useProfile();
  const { run, busy, failure } = useCaseAct(() => undefined);
  if (request.state !== 'asked') return null;
  const agent = AGENT.includes(role) && (reachOf(role) !== 'branch' || branch?.id === record.agent_branch_id);
  return (
    <Box data-print="none" sx={{ pt: 0.5 }}>
      {failure !== '' && <Alert severity="error">{failure}</Alert>}
      {agent && <Button variant="outlined" onClick={onAnswer}>{t('ask.answer')}</Button>}
      {COMPANY.includes(role) && <Button disabled={busy} onClick={() => void run('answer_request', { p_id: request.id, p_state: 'cancelled' }, 'ask.cancelled')}>{t('ask.cancel')}</Button>}
    </Box>
  );
};

const QUOTE = { pl: 1, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

const Line = ({ request, record, onAnswer }: { request: CaseRequest; record: Case; onAnswer: () => void }) => (
  <Box component="li" sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', breakInside: 'avoid' }}>
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <b>{wordOf('ask_kind', request.kind)}</b>
      <StatusBadge label={t(`ask_state.${request.state}`)} turn={TURN[request.state]} />
      <Box component="span" sx={{ color: 'text.secondary' }}>{t('ask.asked_by', { at: formatDateTime(request.asked_at), who: request.asked_name ?? '' })}</Box>
    </Box>
    <Box sx={QUOTE}>{request.note}</Box>
    {request.answered_at !== null && (
      <Box sx={{ mt: 0.5 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>{t('ask.answered_by', { at: formatDateTime(request.answered_at), who: `${request.answered_name ?? t('case.system')}${request.on_behalf ? `（${t('case.on_behalf')}）` : ''}` })}</Box>
        {request.answer !== null && <Box sx={QUOTE}>{request.answer}</Box>}
      </Box>
    )}
    <Acts request={request} record={record} onAnswer={onAnswer} />
  </Box>
);

/** 支部への依頼 of a case, the newest first; nothing is shown as long as nothing was asked. */
export const CaseRequests = ({ record }: { record: Case }) => {
  const [answering, setAnswering] = useState<CaseRequest>();
  const { data = [], error } = useGetList<CaseRequest>('case_requests', { filter: { application_id: record.id }, pagination: { page: 1, perPage: 50 }, sort: { field: 'id', order: 'DESC' } }, { refetchInterval: 30_000 });
  if (error) return <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>;
  if (data.length === 0) return null;
  return (
    <SectionCard title={t('ask.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
        {data.map((request) => <Line key={request.id} request={request} record={record} onAnswer={() => setAnswering(request)} />)}
      </Box>
      {answering && <AnswerDialog request={{ ...answering, id: Number(answering.id) }} onClose={() => setAnswering(undefined)} />}
    </SectionCard>
  );
};
