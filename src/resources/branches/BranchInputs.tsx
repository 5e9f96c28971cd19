import { TextInput } from 'react-admin';
import { FormGrid } from '../../components/FormGrid.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';

/** `all`: what head office enters; a branch only its contacts. */
export const BranchInputs = ({ all }: { all: boolean }) => (
  <>
    {all && (
      <SectionCard title={t('directory.section.basic')}>
        <FormGrid>{['code', 'name', 'region', 'office'].map((source) => <TextInput key={source} source={source} required />)}</FormGrid>
      </SectionCard>
    )}
    <SectionCard title={t('directory.section.contacts')}>
      <FormGrid>{['postal_code', 'address', 'phone', 'email'].map((source) => <TextInput key={source} source={source} />)}</FormGrid>
    </SectionCard>
  </>
);
