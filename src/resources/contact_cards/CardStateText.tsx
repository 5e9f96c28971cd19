import { Box } from '@mui/material';
import { wordOf } from '../../components/values.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { formatDate } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { dayOf } from '../applications/case.ts';
import { isWaitingCard, type Card } from './card.ts';

const colourOf = (state: Card['state'], late: boolean): string => {
  if (late) return 'error.main';
  return state === 'answered' ? 'warning.main' : 'text.primary';
};

/** Where a card stands: who must act, since when, how often it was asked again. */
export const CardStateText = ({ card }: { card: Pick<Card, 'state' | 'due_on' | 'created_at' | 'reminders'> }) => {
  const { today } = useProfile();
  const days = daysBetween(dayOf(card.created_at), today);
  const late = card.state === 'open' && card.due_on < today;
  const words = [
    card.state === 'open' ? t('card.state_waits', { date: formatDate(card.due_on) }) : wordOf('card_state', card.state),
    ...(isWaitingCard(card) ? [days === 0 ? t('card.age_today') : t('card.age', { days })] : []), ...(card.reminders > 0 && card.state === 'open' ? [t('card.reminded', { count: card.reminders })] : []),
  ];
  return <Box component="span" sx={{ fontWeight: isWaitingCard(card) ? 700 : 400, color: colourOf(card.state, late) }}>{words.join('・')}</Box>;
};
