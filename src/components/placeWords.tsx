import { useGetOne } from 'react-admin';
import { useBranchChoices } from './placeInputs.tsx';

/** Names in filter chips. */
export const BranchWord = ({ id }: { id: number }) => <>{useBranchChoices().find((branch) => branch.id === Number(id))?.name ?? id}</>;
export const RequesterWord = ({ id }: { id: number }) => <>{useGetOne('requesters', { id }).data?.['name'] ?? id}</>;
