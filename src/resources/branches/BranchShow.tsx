import { DescriptionItem, DescriptionList } from '../../components/DescriptionList.tsx';
import { OfficeShow } from '../../components/RecordPages.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';

/** 支部照会. */
export const BranchShow = () => (
  <OfficeShow sub={(branch) => `${branch['code']} ${branch['name']}`}>
    <SectionCard>
      <DescriptionList>
        {['code', 'name', 'region', 'office', 'postal_code', 'address', 'phone', 'email'].map((source) => <DescriptionItem key={source} source={source} />)}
      </DescriptionList>
    </SectionCard>
  </OfficeShow>
);
