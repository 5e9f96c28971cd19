import { wordOf } from '../../components/values.ts';
import { collections, contractStatuses, debitCycles, onboardingStatuses } from '../../domain/requester.ts';

const worded = (group: string, codes: readonly string[]) => codes.map((id) => ({ id, name: wordOf(group, id) }));

export const onboardingChoices = worded('onboarding_status', onboardingStatuses);
export const contractChoices = worded('contract_status', contractStatuses);
export const collectionChoices = worded('collection', collections);
export const debitCycleChoices = debitCycles.map((id) => ({ id, name: wordOf('debit_cycle', id) }));
