import { useState } from 'react';
import { useNotify } from 'react-admin';
import { t, type MessageKey } from '../../i18n/translate.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { useRefreshCases } from './useRefreshCases.ts';

/** Runs one RPC on one or several cases: says that it is done, reads again whatever shows the case, and keeps the refusal in words. */
export const useCaseAct = (onDone: () => void) => {
  const { rpc } = useActions();
  const notify = useNotify();
  const refresh = useRefreshCases();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const run = async (name: string, args: Record<string, unknown>, said: MessageKey) => {
    setBusy(true);
    setFailure('');
    try {
      await rpc(name, args);
      notify(t(said), { type: 'success' });
      onDone();
    } catch (error) {
      setFailure(toAppError(error).message);
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  return { run, busy, failure };
};
