import { useQuery } from '@tanstack/react-query';
import { useActions } from '../providers/context.tsx';
import { Freshness } from './Freshness.tsx';

/** 『AINAS 10/05 14:00 現在』 of a list: the last file that concerns the reader; nothing where no file ever came (docs/decisions.md D-15d). */
export const AinasAsOf = ({ branch = null }: { branch?: number | null }) => {
  const { read } = useActions();
  const { data } = useQuery({ queryKey: ['ainas_as_of', branch], queryFn: () => read<string | null>('ainas_as_of', { p_branch: branch }), staleTime: 60_000, refetchInterval: 300_000 });
  return <Freshness at={data} />;
};
