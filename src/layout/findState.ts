import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStore } from 'react-admin';
import { useActions, useProfile } from '../providers/context.tsx';
import { type FindAnswer, type Hit, hitsOf } from './findHits.ts';
import { findQueryOf } from './findQuery.ts';

const RECENT = 8;
const WAIT_MS = 150;

/** Where this browser keeps what a person opened last; forgotten when the person signs out. */
export const recentKey = (person: string): string => `find.recent.${person}`;

/** A text once it has rested: a question a pause, not one a key. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
};

/** What the dialog shows for a text. `recent`: nothing is asked and the hits are what this person opened last, in this browser. */
export const useFind = (text: string) => {
  const { read } = useActions();
  const { user_id: person } = useProfile();
  const [kept, keep] = useStore<Hit[]>(recentKey(person), []);
  const rested = useRested(text.trim());
  const query = findQueryOf(rested);
  const { data, error, isFetching } = useQuery({
    queryKey: ['find', query], queryFn: () => read<FindAnswer>('find_anything', { p: query }), enabled: query !== null, placeholderData: keepPreviousData,
  });
  const asked = query !== null && text.trim() !== '';
  const hits = asked && data ? hitsOf(data) : [];
  return {
    hits: asked ? hits : kept, recent: !asked, asked, error: asked ? error : null, broad: asked && (data?.broad ?? false), busy: asked && (isFetching || rested !== text.trim()),
    remember: (hit: Hit) => keep([hit, ...kept.filter(({ key }) => key !== hit.key)].slice(0, RECENT)),
    forget: () => keep([]),
  };
};
export type Find = ReturnType<typeof useFind>;
