import { TextInput } from 'react-admin';
import { ClippedField, CodeCol, CodeField, TextCol } from '../../components/fields.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import type { ListFilter } from '../../components/listTypes.ts';

const filters: ListFilter[] = [
  { primary: true, input: <TextInput source="code" helperText={false} /> },
  { primary: true, input: <TextInput source="name" helperText={false} /> },
  { input: <TextInput source="region" helperText={false} /> },
];
const exportColumns = ['code', 'name', 'region', 'office', 'postal_code', 'address', 'phone'].map((source) => ({ source }));

/** 支部. */
export const BranchList = () => (
  <OfficeList filters={filters} exportColumns={exportColumns} card={<><CodeField source="code" /> <ClippedField source="name" /><CodeField source="phone" /></>}>
    <CodeCol source="code" />
    <TextCol source="name" />
    <TextCol source="region" />
    <TextCol source="office" />
    <CodeCol source="postal_code" />
    <TextCol source="address" />
    <CodeCol source="phone" />
  </OfficeList>
);
