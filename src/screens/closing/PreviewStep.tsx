import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/translate.ts';
import type { ClosingOverview, ClosingPreview } from './closingData.ts';
import { BranchTable, ChangesTable, DebitTable, TotalsTable } from './PreviewTables.tsx';
import { Step } from './Step.tsx';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ minWidth: 0 }}><Typography sx={{ fontWeight: 700, mb: 0.5 }}>{title}</Typography>{children}</Box>
);

/** 4: what closing gives, or gave: totals, debit days, the largest changes, the branches. */
export const PreviewStep = ({ preview, overview }: { preview: ClosingPreview; overview: ClosingOverview }) => {
  const [branches, setBranches] = useState(false);
  return (
    <Step number={4} title={t('closing.step_preview')} state={preview.status === 'open' ? 'todo' : 'done'}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, gap: 2 }}>
        <Part title={t('closing.totals')}>
          <TotalsTable now={preview} before={overview.previous} />
          {overview.previous === null && <Typography color="text.secondary" sx={{ fontSize: '0.8125rem' }}>{t('closing.no_previous')}</Typography>}
        </Part>
        <Part title={t('closing.by_debit')}><DebitTable debits={preview.debits} /></Part>
      </Box>
      {overview.changes.length > 0 && <Box sx={{ mt: 2 }}><Part title={t('closing.largest')}><ChangesTable changes={overview.changes} /></Part></Box>}
      <Box sx={{ mt: 1 }}>
        <Button aria-expanded={branches} onClick={() => setBranches(!branches)}>{branches ? t('closing.hide_branches') : t('closing.show_branches')}</Button>
        {branches && <Part title={t('closing.by_branch')}><BranchTable now={preview.branches} before={overview.previous?.branches} /></Part>}
      </Box>
    </Step>
  );
};
