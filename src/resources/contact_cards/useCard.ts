import { useGetList, useGetOne } from 'react-admin';
import type { Card, CardAnswer, CardConsent } from './card.ts';

const page = (perPage: number) => ({ page: 1, perPage });

/** The cards of a case, the newest first. */
export const useCardsOf = (applicationId: unknown) =>
  useGetList<Card>('contact_cards', { filter: { application_id: applicationId }, pagination: page(50), sort: { field: 'id', order: 'DESC' } });

export const useCard = (id: string) => useGetOne<Card>('contact_cards', { id });

/** The last answer of a card where the policy shows it, and every consent. */
export const useAnswerOf = (cardId: unknown, answered: boolean) => {
  const filter = { card_id: cardId };
  const { data: answers = [] } = useGetList<CardAnswer>('contact_card_answers', { filter, pagination: page(1), sort: { field: 'id', order: 'DESC' } }, { enabled: answered });
  const { data: consents = [] } = useGetList<CardConsent>('card_consents', { filter, pagination: page(20), sort: { field: 'id', order: 'DESC' } }, { enabled: answered });
  return { answer: answers[0], consents };
};
