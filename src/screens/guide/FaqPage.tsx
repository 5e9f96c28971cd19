import { Accordion, AccordionDetails, AccordionSummary, Box, TextField, Typography } from '@mui/material';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { useState } from 'react';
import { Link } from 'react-admin';
import { PageTitle } from '../../components/PageTitle.tsx';
import { foldName } from '../../domain/text.ts';
import { faq } from '../../i18n/faq.ts';
import { t } from '../../i18n/translate.ts';
import { searchFaq } from './faqSearch.ts';

/** よくある質問: grouped, searched as one types, each with an address of its own (`#F-9`). */
export const FaqPage = () => {
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState(() => window.location.hash.slice(1));
  const groups = searchFaq(faq, words);
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  const searching = foldName(words) !== '';
  return (
    <Box sx={{ maxWidth: '60rem' }}>
      <PageTitle title={t('guide.faq')} sub={t('guide.faq_count', { count })} />
      <TextField type="search" label={t('guide.faq_search')} value={words} onChange={(event) => setWords(event.target.value)} sx={{ mb: 1, width: '20rem', maxWidth: '100%' }} />
      {count === 0 && <Typography>{t('guide.faq_none', { words })} <Link to="/guide/inquiry">{t('guide.inquiry')}</Link></Typography>}
      {groups.map(({ title, questions }) => (
        <Box component="section" key={title} aria-label={title} sx={{ mb: 1.5 }}>
          <Typography component="h2" sx={{ fontWeight: 700, mb: 0.5 }}>{title}</Typography>
          {questions.map(({ id, question, answer }) => (
            <Accordion
              key={id} id={id} disableGutters square variant="outlined" expanded={opened === id || (searching && count <= 3)}
              onChange={(_, open) => setOpened(open ? id : '')} slotProps={{ transition: { unmountOnExit: true } }}
            >
              <AccordionSummary expandIcon={<ExpandMore />}>{question}</AccordionSummary>
              <AccordionDetails sx={{ whiteSpace: 'pre-wrap' }}>{answer}</AccordionDetails>
            </Accordion>
          ))}
        </Box>
      ))}
    </Box>
  );
};
