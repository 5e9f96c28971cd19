import { useBranchChoices } from '../../components/placeInputs.tsx';
import type { NameOf } from './auditWords.ts';

/** Branches by name: the one reference that nearly every line has. */
export const useNames = (): NameOf => {
  const branches = useBranchChoices();
  return (field, id) => (field === 'branch_id' ? branches.find((branch) => branch.id === id)?.name : undefined);
};
