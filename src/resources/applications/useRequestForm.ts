import { useRef, useState } from 'react';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { ZodType } from 'zod';
import { zodResolver } from '../../components/zodResolver.ts';
import { formatDateTime } from '../../domain/dateText.ts';
import { t } from '../../i18n/translate.ts';
import { toAppError, type AppError } from '../../providers/errors.ts';
import type { Next } from './saveRequest.ts';

/** What a form is being checked for: going on to the second step, saving, or saving and sending. */
export type Purpose = 'registration' | 'save' | 'send';

/** A stale version says who changed what (docs/decisions.md D-17); everything else its own sentence. */
const linesOf = (error: AppError, labelOf: (event: string) => string): string[] => {
  const { details } = error;
  if (error.code !== 'stale_version' || details === null || typeof details !== 'object') return [error.message];
  const { event, actor_name: who, at } = details as { event?: string; actor_name?: string; at?: string };
  if (at === undefined) return [error.message];
  return [error.message, t('case.changed_by', { at: formatDateTime(at), who: who ?? t('case.system'), event: labelOf(event ?? '') })];
};

/** One form, checked for different purposes, that keeps what was typed whatever the server answers. */
export const useRequestForm = (schemas: Record<Purpose, ZodType>, labelOf: (event: string) => string, prepare: (values: FieldValues, purpose: Purpose) => FieldValues = (values) => values) => {
  const purpose = useRef<Purpose>('save');
  const day = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string[]>([]);
  const resolver: Resolver<FieldValues> = (values, context, options) =>
    zodResolver<FieldValues>(schemas[purpose.current])(prepare(values, purpose.current), context, options);

  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure([]);
    try {
      await work();
    } catch (error) {
      setFailure(linesOf(toAppError(error), labelOf));
    } finally {
      setBusy(false);
    }
  };
  return {
    resolver, busy, failure, run,
    /** Says what the next check is for. */
    checkFor: (next: Purpose, hold?: string) => {
      purpose.current = next;
      day.current = hold;
    },
    /** What is to follow the save. */
    next: (): Next => ({ send: purpose.current === 'send', hold: day.current }),
  };
};
