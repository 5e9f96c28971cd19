import { useLogout } from 'react-admin';
import { forgetDrafts } from '../components/draftMemory.ts';
import { useProfile } from '../providers/context.tsx';

/** ログアウト, asked for by the person. */
export const useSignOut = (): (() => void) => {
  const logout = useLogout();
  const { user_id: userId } = useProfile();
  return () => {
    forgetDrafts(userId);
    void logout();
  };
};
