import { AutocompleteInput, ReferenceInput, SelectInput, useGetList, type RaRecord } from 'react-admin';

type InputProps = { source: string; label?: string; helperText?: string | false; required?: boolean };

const nameOf = (record: RaRecord): string => `${record['code']} ${record['name']}`;
const CODES = { field: 'code', order: 'ASC' } as const;

/** The directory of branches, read once a session. */
export const useBranchChoices = (): { id: number; name: string }[] => {
  const { data = [] } = useGetList('branches', { pagination: { page: 1, perPage: 200 }, sort: CODES }, { staleTime: Infinity });
  return data.map((branch) => ({ id: Number(branch.id), name: nameOf(branch) }));
};

/** One of the branches, found by code or name; `none` words the empty choice. */
export const BranchInput = ({ none, required = false, ...props }: InputProps & { none?: string }) => (
  // Who types the branch that is chosen already must find it, too.
  <AutocompleteInput {...props} isRequired={required} choices={useBranchChoices()} filterSelectedOptions={false} {...(none === undefined ? {} : { emptyText: none })} />
);

/** A company, searched by name, code, AINAS依頼人組織ID or 会員コード. */
export const RequesterInput = ({ source, required = false, ...props }: InputProps) => (
  <ReferenceInput source={source} reference="requesters" sort={CODES} perPage={25}>
    <AutocompleteInput {...props} isRequired={required} optionText={nameOf} filterToQuery={(q: string) => ({ q })} />
  </ReferenceInput>
);

/** A site of the company `requesterId`; closed ones are not offered. */
export const SiteInput = ({ source, requesterId, none, ...props }: InputProps & { requesterId: number; none?: string }) => (
  <ReferenceInput source={source} reference="sites" sort={CODES} perPage={200} filter={{ tab: 'home', requester_id: requesterId, status: ['pending', 'active'] }}>
    <SelectInput {...props} optionText={nameOf} {...(none === undefined ? {} : { emptyText: none })} />
  </ReferenceInput>
);
