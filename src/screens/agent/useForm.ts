import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { toAppError } from '../../providers/errors.ts';

const READ = ['agent_certificates', 'agent_offices', 'arrival_passwords', 'agent_state', 'radar'];

/** Sends a form once: busy meanwhile, a refusal in words, and everything about the agent read again. */
export const useSend = (send: () => Promise<unknown>, done: string, onClose: () => void) => {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const run = async () => {
    setBusy(true);
    try {
      await send();
      onClose();
      notify(done, { type: 'success' });
      await Promise.all(READ.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
    } catch (error) {
      setFailure(toAppError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run };
};
