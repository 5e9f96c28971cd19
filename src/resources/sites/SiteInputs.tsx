import { TextInput } from 'react-admin';
import { FormGrid } from '../../components/FormGrid.tsx';
import { BranchInput, RequesterInput } from '../../components/placeInputs.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { useSiteWords } from './siteWords.ts';

/** `code` and `requester`: at registration only; `place`: 管轄 and 委託番号, which 拠点管理者 may not change. */
export const SiteInputs = ({ code = false, requester = false, place = true }: { code?: boolean; requester?: boolean; place?: boolean }) => {
  const words = useSiteWords();
  return (
    <SectionCard>
      <FormGrid>
        {requester && <RequesterInput source="requester_id" required />}
        {code && <TextInput source="code" label={words.code} helperText={t('site.code_fixed')} required />}
        <TextInput source="name" label={words.name} helperText={t('site.full_width')} required />
        <TextInput source="short_name" label={words.short_name} helperText={t('site.full_width')} required />
        {place && <BranchInput source="branch_id" label={t('site.branch')} helperText={t('site.branch_hint')} required />}
        {place && <TextInput source="record_agent_no" helperText={t('site.record_hint')} />}
      </FormGrid>
    </SectionCard>
  );
};
