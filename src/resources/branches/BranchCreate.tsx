import { OfficeCreate } from '../../components/RecordPages.tsx';
import { branch } from '../../domain/branch.ts';
import { BranchInputs } from './BranchInputs.tsx';

/** 支部登録. */
export const BranchCreate = () => <OfficeCreate schema={branch}><BranchInputs all /></OfficeCreate>;
