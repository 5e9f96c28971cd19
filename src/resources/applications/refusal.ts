import { hasMessage, t, translate } from '../../i18n/translate.ts';
import type { TransitionResult } from '../../providers/actions.ts';
import { toAppError } from '../../providers/errors.ts';

const namesOf = (details: unknown): string[] => {
  const missing: unknown = details !== null && typeof details === 'object' ? Reflect.get(details, 'missing') : undefined;
  return Array.isArray(missing) ? missing.map(String).filter((fact) => hasMessage(`fact.${fact}`)) : [];
};

/** Why a case was refused, in words; a condition that is not met is named. */
export const refusalText = ({ code, message, details }: Pick<TransitionResult, 'code' | 'message' | 'details'>): string => {
  const missing = code === 'condition_not_met' ? namesOf(details) : [];
  if (missing.length > 0) return t('fact.missing', { facts: missing.map((fact) => translate(`fact.${fact}`)).join('、') });
  return message ?? toAppError({ status: 409, code }).message;
};
