import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-admin';
import { wordOf } from '../../components/values.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { isWaitingCard, valueText, type Card, type CardAnswer, type CardConsent } from './card.ts';
import { CardStateText } from './CardStateText.tsx';
import { TakeDialog } from './TakeDialog.tsx';
import { useAnswerOf } from './useCard.ts';

const Values = ({ answer, vehicleKind }: { answer: CardAnswer; vehicleKind: string }) => (
  <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'minmax(8rem, auto) 1fr', columnGap: 1.5, m: 0, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
    {Object.entries(answer.vals).map(([field, value]) => [
      <Box component="dt" key={field} sx={{ color: 'text.secondary' }}>{wordOf('card_field', field)}</Box>, <dd key={`${field} value`}>{valueText(field as keyof CardAnswer['vals'], value, vehicleKind)}</dd>])}
    {answer.note !== null && <><Box component="dt" sx={{ color: 'text.secondary' }}>{t('card.note')}</Box><Box component="dd" sx={{ whiteSpace: 'pre-wrap' }}>{answer.note}</Box></>}
  </Box>
);

const consentText = (consent: CardConsent): string => t('card.consent_line', {
  at: formatDateTime(consent.created_at), role: wordOf('role', consent.person_role), answer: t(consent.agreed ? 'card.agreed' : 'card.refused'),
  who: consent.signed_name === null ? consent.person_name : t('card.consent_sheet', { name: consent.signed_name, who: consent.person_name }),
});

/** What came back, with who answered it and how; each consent with the text that was agreed to. */
const Answers = ({ card, vehicleKind }: { card: Card; vehicleKind: string }) => {
  const { answer, consents } = useAnswerOf(card.id, card.answered_at !== null);
  if (card.answered_at === null) return null;
  return (
    <Box sx={{ pl: 1, mt: 0.5, borderLeft: 3, borderColor: 'success.main' }}>
      {answer === undefined ? <Typography color="text.secondary" sx={{ fontSize: 'inherit' }}>{t('card.hidden')}</Typography> : (
        <>
          <Typography color="text.secondary" sx={{ fontSize: 'inherit' }}>{t('card.answered_by', { at: formatDateTime(answer.created_at), who: answer.answered_name ?? '', via: wordOf('card_via', answer.via) })}</Typography>
          <Values answer={answer} vehicleKind={vehicleKind} />
        </>
      )}
      {consents.map((consent) => <Box key={consent.id} title={consent.consent_text} data-consent={consent.agreed}>{consentText(consent)}</Box>)}
    </Box>
  );
};

type CardViewProps = { card: Card; vehicleKind: string; caseVersion: number | undefined; acts: boolean; answers: boolean; children?: ReactNode };

/** A card as both sides read it, with what each may do: the company answers, the agent takes over, types a sheet in, closes. */
export const CardView = ({ card, vehicleKind, caseVersion, acts, answers, children }: CardViewProps) => {
  const [open, setOpen] = useState<'answer' | 'take'>();
  const { answer } = useAnswerOf(card.id, card.answered_at !== null);
  const waiting = isWaitingCard(card);
  return (
    <Box data-card={card.id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider', fontSize: '0.8125rem', breakInside: 'avoid' }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}><strong>{t(`card_kind.${card.kind}`)}</strong><CardStateText card={card} /></Box>
      {children}
      <Typography color="text.secondary" sx={{ fontSize: 'inherit' }}>{t('card.by', { at: formatDateTime(card.created_at), who: `${card.sent_name ?? ''}${card.on_behalf ? `（${t('card.on_behalf')}）` : ''}` })}</Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{card.question}</Box>
      {card.consent_text !== null && <Box sx={{ fontWeight: 700 }}>{card.consent_text}</Box>}
      {card.state === 'open' && card.fields.length > 0 && <Box sx={{ color: 'text.secondary' }}>{`${t('card.fields')}：${card.fields.map((field) => t(`card_field.${field}`)).join('、')}`}</Box>}
      <Answers card={card} vehicleKind={vehicleKind} />
      {card.closed_at !== null && <Typography color="text.secondary" sx={{ fontSize: 'inherit' }}>{t('card.closed_by', { at: formatDateTime(card.closed_at), who: card.closed_name ?? '' })}</Typography>}
      <Box data-print="none" sx={{ display: 'flex', gap: 1, mt: 0.5, flexWrap: 'wrap' }}>
        {waiting && answers && <Button variant={card.state === 'open' ? 'contained' : 'outlined'} onClick={() => setOpen('answer')}>{t(card.state === 'open' ? 'card.answer' : 'card.answer_again')}</Button>}
        {acts && card.state === 'answered' && <Button variant="contained" onClick={() => setOpen('take')}>{t('card.take')}</Button>}
        {acts && waiting && <Button variant="outlined" onClick={() => setOpen('answer')}>{t('card.sheet_answer')}</Button>}
        {waiting && <Button component={Link} to={`/contact_cards/${card.id}/sheet`}>{t('card.print')}</Button>}
        {acts && card.state === 'open' && <Button color="inherit" onClick={() => setOpen('take')}>{t('card.cancel')}</Button>}
      </Box>
      {open === 'answer' && <AnswerDialog card={card} before={answer?.vals ?? {}} onClose={() => setOpen(undefined)} />}
      {open === 'take' && <TakeDialog card={card} values={answer?.vals ?? {}} vehicleKind={vehicleKind} caseVersion={caseVersion} onClose={() => setOpen(undefined)} />}
    </Box>
  );
};
