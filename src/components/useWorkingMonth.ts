import { useProfile } from '../providers/context.tsx';

/** First day of the month of the database's today, `YYYY-MM-01`. */
export const useWorkingMonth = (): string => `${useProfile().today.slice(0, 7)}-01`;
