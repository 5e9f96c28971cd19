import { Alert, Box, Link as Outside, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { MiniTable } from '../../components/MiniTable.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { foldName } from '../../domain/text.ts';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 連絡先: every branch with its address and telephone, found as one types. */
export const ContactsPage = () => {
  const [words, setWords] = useState('');
  const { data, error, isPending } = useGetList('branches', { pagination: { page: 1, perPage: 200 }, sort: { field: 'code', order: 'ASC' } });
  if (isPending) return <LoadingPage />;
  const wanted = foldName(words);
  const found = (data ?? []).filter((branch) => foldName([branch['code'], branch['name'], branch['office'], branch['region'], branch['address']].map(text).join('')).includes(wanted));
  return (
    <Box sx={{ maxWidth: '70rem' }}>
      <PageTitle title={t('guide.contacts')} sub={t('guide.faq_count', { count: found.length })} />
      {error && <Alert severity="error">{error.message}</Alert>}
      <Typography color="text.secondary" sx={{ mb: 1 }}>{t('guide.contacts_hint')}</Typography>
      <TextField type="search" label={t('guide.search')} value={words} onChange={(event) => setWords(event.target.value)} sx={{ mb: 1, width: '20rem', maxWidth: '100%' }} />
      <SectionCard>
        <MiniTable
          head={[{ label: t('guide.region') }, { label: t('guide.branch') }, { label: t('guide.office') }, { label: t('guide.address') }, { label: t('guide.phone') }]}
          rows={found.map((branch) => ({
            key: String(branch.id),
            cells: [
              text(branch['region']), `${text(branch['code'])} ${text(branch['name'])}`, text(branch['office']), `${text(branch['postal_code'])} ${text(branch['address'])}`,
              <Outside key="phone" href={`tel:${text(branch['phone']).replaceAll('-', '')}`} sx={{ whiteSpace: 'nowrap' }}>{text(branch['phone'])}</Outside>,
            ],
          }))}
          empty={t('guide.faq_none', { words })}
        />
      </SectionCard>
    </Box>
  );
};
