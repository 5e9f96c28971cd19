import { Box } from '@mui/material';
import { memo, useEffect } from 'react';
import { Form } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { BranchInput, RequesterInput } from '../../components/placeInputs.tsx';
import { t } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import type { Whose } from './whose.ts';

const Watch = ({ onChange }: { onChange: (whose: Whose) => void }) => {
  const [branch, requester] = useWatch({ name: ['branch_id', 'requester_id'] }) as [number | '' | null | undefined, number | '' | null | undefined];
  useEffect(() => onChange({ branchId: branch || undefined, requesterId: requester || undefined }), [branch, requester, onChange]);
  return null;
};

const Choice = ({ onChange }: { onChange: (whose: Whose) => void }) => {
  const reach = reachOf(useProfile().role);
  if (reach === 'garage') return null;
  return (
    <Form>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', '& .MuiFormControl-root': { my: 0 }, '& .MuiAutocomplete-root': { width: '20rem', maxWidth: '100%' }, '& .MuiFormHelperText-root': { display: 'none' } }}>
        {reach === 'hq' && <BranchInput source="branch_id" label={t('reports.branch')} helperText={false} />}
        <RequesterInput source="requester_id" label={t('reports.requester')} helperText={false} />
        <Watch onChange={onChange} />
      </Box>
    </Form>
  );
};

/**
 * For the office: head office chooses a branch and a company, a branch a company. A garage chooses nothing. `onChange` must be stable: then
 * its lists are not drawn again whenever a download begins or ends.
 */
export const WhoseForm = memo(Choice);
