import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useRecordContext, useTranslateLabel } from 'react-admin';
import { t } from '../i18n/translate.ts';

/** A grid of label and value, two columns on a desk and on paper, one on a phone. Children are `DescriptionItem`s. */
export const DescriptionList = ({ children, columns = 2 }: { children: ReactNode; columns?: number }) => (
  <Box
    component="dl"
    sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: `repeat(${columns}, minmax(0, 1fr))` }, columnGap: 3, m: 0, '@media print': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } }}
  >
    {children}
  </Box>
);

/** One line: the label of `source` in the catalogue (or `label`), and `children` or the record's own value. */
export const DescriptionItem = ({ source, label, children }: { source?: string; label?: string; children?: ReactNode }) => {
  const record = useRecordContext();
  const translateLabel = useTranslateLabel();
  const raw: unknown = source === undefined ? undefined : record?.[source];
  const own = raw === null || raw === undefined || raw === '' ? t('format.none') : String(raw);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(8rem, 11rem) 1fr', gap: 1, borderBottom: 1, borderColor: 'divider', minHeight: '2.125rem', alignItems: 'center' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>{label ?? translateLabel(source === undefined ? {} : { source })}</Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{children ?? own}</Box>
    </Box>
  );
};
