import { useLogout, useRemoveFromStore } from 'react-admin';
import { forgetDrafts } from '../components/draftMemory.ts';
import { useProfile } from '../providers/context.tsx';
import { recentKey } from './findState.ts';

/** ログアウト, asked for by the person. */
export const useSignOut = (): (() => void) => {
  const logout = useLogout();
  const { user_id: userId } = useProfile();
  const forget = useRemoveFromStore();
  return () => {
    forgetDrafts(userId);
    forget(recentKey(userId));
    void logout();
  };
};
