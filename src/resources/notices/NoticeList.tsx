import { Box, Button } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DataTable, TextInput, useRecordContext } from 'react-admin';
import { ClippedField, DateCol, DateField, WordCol, WordField } from '../../components/fields.tsx';
import { CheckboxFilter, DateRangeFilter } from '../../components/filters.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { OfficeList } from '../../components/OfficeList.tsx';
import { wordOf } from '../../components/values.ts';
import { audiences } from '../../domain/notice.ts';
import { t } from '../../i18n/translate.ts';
import { useActions, useProfile } from '../../providers/context.tsx';
import { Importance, mayWriteNotice, NoticeBranch, publicationOf } from './noticeWords.tsx';

const filters: ListFilter[] = [
  { primary: true, input: <DateRangeFilter source="posted_on" /> },
  { primary: true, input: <CheckboxFilter source="audience" choices={audiences.map((id) => ({ id, name: wordOf('notice_audience', id) }))} /> },
  { input: <TextInput source="title" helperText={false} /> },
];

const Title = () => <>{String(useRecordContext()?.['title'] ?? '')}</>;

const card = (
  <Box>
    <Box sx={{ display: 'flex', gap: 1 }}><DateField source="posted_on" /><Importance /></Box>
    <Box sx={{ fontWeight: 700, whiteSpace: 'normal' }}><Title /></Box>
    <WordField source="audience" group="notice_audience" />
  </Box>
);

const Publication = () => {
  const { today } = useProfile();
  const notice = useRecordContext();
  return <>{notice && t(`notice.${publicationOf(notice, today)}`)}</>;
};

const ReadAll = () => {
  const { rpc } = useActions();
  const queries = useQueryClient();
  const unread = useQuery({ queryKey: ['unreadNotices'], queryFn: () => rpc<number>('unread_notices'), retry: false });
  if (!unread.data) return null;
  const read = () => void rpc<number>('read_notices').then((left) => queries.setQueryData(['unreadNotices'], left), () => undefined);
  return <Button onClick={read}>{t('guide.read_all')}</Button>;
};

/** お知らせ案内検索: newest first. Writers also see what is not public yet or any more. */
export const NoticeList = () => {
  const me = useProfile();
  const writer = mayWriteNotice(me, { branch_id: me.branch?.id });
  return (
    <OfficeList filters={filters} card={card} actions={<ReadAll />} sort={{ field: 'posted_on', order: 'DESC' }}>
      <DateCol source="posted_on" />
      <DataTable.Col source="important" sx={{ textAlign: 'center' }}><Importance /></DataTable.Col>
      <WordCol source="audience" group="notice_audience" />
      <DataTable.Col source="title"><ClippedField source="title" /></DataTable.Col>
      <DataTable.Col source="branch_id" label={t('notice.for_branch')} disableSort><NoticeBranch /></DataTable.Col>
      {writer && <DataTable.Col source="state" label={t('resources.sites.fields.status')} disableSort><Publication /></DataTable.Col>}
    </OfficeList>
  );
};
