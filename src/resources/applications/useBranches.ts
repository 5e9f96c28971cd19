import { useGetList, type RaRecord } from 'react-admin';

export type BranchRow = RaRecord & { code: string; name: string; office: string };

/** The directory of branches, read once a session: names without a query a row. */
export const useBranches = () => {
  const { data = [] } = useGetList<BranchRow>('branches', { pagination: { page: 1, perPage: 200 }, sort: { field: 'code', order: 'ASC' } }, { staleTime: Infinity });
  return {
    nameOf: (id: number | null | undefined): string => {
      const branch = data.find((row) => row.id === id);
      return branch === undefined ? '' : `${branch.code} ${branch.name}`;
    },
    shortOf: (id: number | null | undefined): string => data.find((row) => row.id === id)?.office ?? '',
    choices: data.map(({ id, code, name }) => ({ id: String(id), name: `${code} ${name}` })),
  };
};
