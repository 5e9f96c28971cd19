import { Box, FormLabel } from '@mui/material';
import type { ReactElement } from 'react';
import { TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { monthText } from '../../components/values.ts';
import { monthOf } from '../../domain/calendar.ts';
import { t, translate } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';

const GROUP = { display: 'flex', alignItems: 'center', gap: 0.5 } as const;
const narrow = (width: string) => ({ '&&': { width, minWidth: 0 } });
const LABEL = { fontSize: '0.8125rem' } as const;

/** The kind chosen beside the filter; nothing while both are looked for. */
export const useKind = (): 'registered' | 'kei' | undefined => {
  const kind: unknown = useWatch({ name: 'vehicle_kind' });
  return kind === 'registered' || kind === 'kei' ? kind : undefined;
};

/** A filter that only one kind has, hidden while the other is chosen. */
export const OnlyFor = ({ kind, children }: { kind: 'registered' | 'kei'; source: string; children: ReactElement }) => {
  const chosen = useKind();
  return chosen !== undefined && chosen !== kind ? null : children;
};

const PARTS = [['area', '5rem'], ['class', '4.5rem'], ['kana', '4rem'], ['number', '5rem']] as const;

/** The four parts of a plate one by one; each may stay empty. The filter's value is `{ area, class, kana, number }`. */
export const PlatePartsFilter = ({ source }: { source: string; label?: string }) => (
  <Box role="group" aria-label={t('search.plate_parts')} sx={GROUP}>
    {PARTS.map(([part, width]) => <TextInput key={part} source={`${source}.${part}`} label={translate(`resources.applications.fields.plate_${part}`)} helperText={false} sx={narrow(width)} />)}
  </Box>
);
export const PlatePartsWords = ({ value }: { value: Record<string, unknown> }) => <>{PARTS.map(([part]) => value[part]).filter(Boolean).join('-')}</>;

/** メモ by any part, among the requests of a month: the month is part of the filter (docs/decisions.md D-38). */
export const MemoFilter = ({ source }: { source: string }) => {
  const { today } = useProfile();
  return (
    <Box role="group" aria-label={translate('resources.applications.fields.memo')} sx={GROUP}>
      <TextInput source={`${source}.text`} label={translate('resources.applications.fields.memo')} helperText={false} />
      <FormLabel sx={LABEL}>{t('search.memo_month')}</FormLabel>
      <TextInput source={`${source}.month`} label={false} type="month" helperText={false} sx={narrow('9rem')} slotProps={{ htmlInput: { 'aria-label': t('search.memo_month'), max: today.slice(0, 7) } }} />
    </Box>
  );
};
export const MemoWords = ({ value }: { value: { text?: string; month?: string } }) => {
  const { today } = useProfile();
  return <>{t('search.memo_in', { text: value.text ?? '', month: monthText(value.month ? `${value.month}-01` : monthOf(today)) })}</>;
};
