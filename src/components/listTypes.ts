import type { ReactElement, ReactNode } from 'react';

/**
 * One filter of a list. `input` is a react-admin input (or one of filters.tsx) whose `source` names the filter;
 * `primary` ones stand on the first line, the others under 詳細条件. `chip` words the value where the input has no `choices`.
 */
export type ListFilter = { input: ReactElement<FilterInputProps>; primary?: boolean; chip?: (value: never) => ReactNode };
export type FilterInputProps = { source: string; label?: string; choices?: readonly { id: string | number; name: string }[] };

export const sourceOf = (filter: ListFilter): string => filter.input.props.source;

/** Whether a filter field says nothing. */
export const isBlank = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isBlank);
};

export const withoutBlanks = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
