import { SelectInput, TextInput, usePermissions } from 'react-admin';
import { ClippedField, CodeCol, CodeField, TextCol } from '../../components/fields.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import type { ListFilter } from '../../components/listTypes.ts';
import { REGIONS } from './regions.ts';

const filters: ListFilter[] = [
  { primary: true, input: <TextInput source="code" helperText={false} /> },
  { primary: true, input: <TextInput source="name" helperText={false} /> },
  { primary: true, input: <SelectInput source="region" choices={REGIONS.map((name) => ({ id: name, name }))} emptyText="" helperText={false} /> },
];
const exportColumns = ['code', 'name', 'region', 'office', 'postal_code', 'address', 'phone', 'email'].map((source) => ({ source }));

/** 支部: the directory. Only head office opens new ones. */
export const BranchList = () => (
  <OfficeList
    filters={filters} exportColumns={exportColumns} hasCreate={usePermissions().permissions === 'hq_admin'}
    card={<><CodeField source="code" /> <ClippedField source="name" /><CodeField source="phone" /></>}
  >
    <CodeCol source="code" />
    <TextCol source="name" />
    <TextCol source="region" />
    <TextCol source="office" />
    <CodeCol source="postal_code" />
    <TextCol source="address" />
    <CodeCol source="phone" />
  </OfficeList>
);
