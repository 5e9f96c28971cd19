import { Alert } from '@mui/material';
import { BooleanInput, DateInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormGrid } from '../../components/FormGrid.tsx';
import { BranchInput } from '../../components/placeInputs.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { wordOf } from '../../components/values.ts';
import { audiences } from '../../domain/notice.ts';
import { t } from '../../i18n/translate.ts';
import { looksSecret } from './noticeWords.tsx';

const AUDIENCES = audiences.map((id) => ({ id, name: wordOf('notice_audience', id) }));
const orNull = (value: string): string | null => value || null;

/** `office`: head office chooses whether anybody may read it; `branch`: and, when posting, for which branch it is. */
export const NoticeInputs = ({ office, branch = false }: { office: boolean; branch?: boolean }) => {
  const body: unknown = useWatch({ name: 'body' });
  return (
    <SectionCard>
      <FormGrid>
        <DateInput source="posted_on" parse={orNull} required />
        <DateInput source="ends_on" parse={orNull} helperText={t('notice.ends_hint')} />
        <SelectInput source="audience" choices={AUDIENCES} required />
        {branch && <BranchInput source="branch_id" label={t('notice.for_branch')} none={t('notice.all_branches')} />}
        <BooleanInput source="important" label={t('notice.important')} helperText={false} />
        {office && <BooleanInput source="is_public" helperText={t('notice.is_public_hint')} />}
      </FormGrid>
      <TextInput source="title" fullWidth required />
      <TextInput source="body" multiline minRows={8} fullWidth helperText={t('notice.body_hint')} required />
      {typeof body === 'string' && looksSecret(body) && <Alert severity="warning">{t('notice.secret_warning')}</Alert>}
      <TextInput source="link" fullWidth helperText={t('notice.link_hint')} />
    </SectionCard>
  );
};
