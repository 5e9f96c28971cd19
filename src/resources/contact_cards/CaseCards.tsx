import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { caseName, type Case } from '../applications/case.ts';
import { isWaitingCard } from './card.ts';
import { CardView } from './CardView.tsx';
import { SendCardDialog } from './SendCardDialog.tsx';
import { useCardsOf } from './useCard.ts';

/** 連絡カード of a case for both sides: the agent sends and takes over, the company answers. On top while one waits for somebody, else below. */
export const CaseCards = ({ record, place }: { record: Case; place: 'top' | 'below' }) => {
  const { role, branch, requester } = useProfile();
  const [sending, setSending] = useState(false);
  const { data = [], error } = useCardsOf(record.id);
  const acts = canAccess(role, { resource: 'contact_cards', action: 'act' }) && (branch === null || branch.id === record.agent_branch_id);
  const sends = acts && record.filing_status !== 'draft' && !['completed', 'withdrawn'].includes(record.outcome);
  if (place !== (data.some(isWaitingCard) ? 'top' : 'below')) return null;
  return (
    <SectionCard title={t('card.title')} action={sends && <Button variant="outlined" data-print="none" onClick={() => setSending(true)}>{t('card.send')}</Button>}>
      {error && <Alert severity="error">{error.message}</Alert>}
      {!error && data.length === 0 && <Typography color="text.secondary">{t('card.none')}</Typography>}
      {data.map((card) => <CardView key={card.id} card={{ ...card, application: record as unknown as NonNullable<typeof card.application> }} vehicleKind={record.vehicle_kind} caseVersion={record.version} acts={acts} answers={requester !== null} />)}
      {sending && <SendCardDialog cases={[record]} subject={caseName(record)} onClose={() => setSending(false)} />}
    </SectionCard>
  );
};
