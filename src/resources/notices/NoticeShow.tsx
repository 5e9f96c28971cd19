import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRecordContext } from 'react-admin';
import { DateField, WordField } from '../../components/fields.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { Importance, mayWriteNotice, NoticeBranch } from './noticeWords.tsx';
import { NoticeDelete } from './NoticeDelete.tsx';

/** Opening a notice is reading it. */
const useRead = (id: unknown) => {
  const { rpc } = useActions();
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof id !== 'number') return;
    rpc<number>('read_notices', { p_id: id }).then((left) => queries.setQueryData(['unreadNotices'], left), () => undefined);
  }, [id, queries, rpc]);
};

const Notice = () => {
  const notice = useRecordContext();
  useRead(notice?.id);
  if (notice === undefined) return null;
  return (
    <SectionCard>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, color: 'text.secondary', mb: 1 }}>
        <DateField source="posted_on" /><Importance /><WordField source="audience" group="notice_audience" /><span><NoticeBranch /></span>
      </Box>
      <Typography variant="h2" sx={{ mb: 1 }}>{String(notice['title'])}</Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '60rem' }}>{String(notice['body'])}</Typography>
      {typeof notice['link'] === 'string' && (
        <Typography sx={{ mt: 1.5 }}>{t('notice.link')}：<MuiLink href={notice['link']} target="_blank" rel="noreferrer" sx={{ overflowWrap: 'anywhere' }}>{notice['link']}</MuiLink></Typography>
      )}
    </SectionCard>
  );
};

/** One notice. */
export const NoticeShow = () => {
  const me = useProfile();
  return <OfficeShow title={t('notice.title_show')} actions={<NoticeDelete />} editable={(notice) => mayWriteNotice(me, notice)}><Notice /></OfficeShow>;
};
