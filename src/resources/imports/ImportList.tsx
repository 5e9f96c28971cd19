import { Box } from '@mui/material';
import { CodeField, DateTimeCol, DateTimeField, NumberCol, TextCol, WordCol, WordField } from '../../components/fields.tsx';
import { OfficeList } from '../../components/OfficeList.tsx';
import { ImportPanel } from './ImportPanel.tsx';

const counts = ['read', 'inserted', 'updated', 'unchanged', 'rejected_count'];

/** データ取込: a file is brought in above, what was brought before is listed below. */
export const ImportList = () => (
  <OfficeList
    above={<ImportPanel />} hasCreate={false} filter={{ state: 'done' }}
    card={<><WordField source="kind" group="import_kind" /> <CodeField source="file_name" /><Box><DateTimeField source="finished_at" /></Box></>}
  >
    <DateTimeCol source="finished_at" />
    <WordCol source="kind" group="import_kind" />
    <TextCol source="file_name" />
    <TextCol source="actor_name" />
    {counts.map((source) => <NumberCol key={source} source={source} />)}
  </OfficeList>
);
