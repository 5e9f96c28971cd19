import { foldName } from '../../domain/text.ts';
import type { QuestionGroup } from '../../i18n/faq.ts';

/** Groups with the questions in which every word stands, whatever its width, case or kana; all of them without words. */
export const searchFaq = (groups: readonly QuestionGroup[], typed: string): QuestionGroup[] => {
  const words = typed.split(/\s+/).map(foldName).filter((word) => word !== '');
  return groups
    .map(({ title, questions }) => ({
      title,
      questions: questions.filter(({ question, answer }) => {
        const text = foldName(`${title}${question}${answer}`);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
};
