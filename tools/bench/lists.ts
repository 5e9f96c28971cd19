import { z } from 'zod';
import { RESOURCES } from '../../src/providers/resources.ts';
import type { Addresses } from '../stack/running.ts';
import { call, type Person, signIn } from './api.ts';
import { median, type Measure } from './measure.ts';

const ROUNDS = 30;
const profile = z.object({
  today: z.string(),
  branch: z.object({ id: z.number() }).nullish(),
  requester: z.object({ id: z.number() }).nullish(),
  site: z.object({ id: z.number() }).nullish(),
});

/** The first page of applications as the app asks for it: columns, order, count, and the scope as a constant filter. */
const firstPage = (me: z.infer<typeof profile>, role: string): string => {
  const query = new URLSearchParams({ select: RESOURCES.applications?.columns?.list ?? '*', order: 'requested_at.desc,id.desc', offset: '0', limit: '25' });
  if (role === 'hq') query.append('requested_at', `gte.${me.today.slice(0, 8)}01T00:00:00+09:00`);
  if (role === 'branch' && me.branch) query.append('agent_branch_id', `eq.${me.branch.id}`);
  if ((role === 'company' || role === 'site') && me.requester) query.append('requester_id', `eq.${me.requester.id}`);
  if (role === 'site' && me.site) query.append('site_id', `eq.${me.site.id}`);
  return `/rest/v1/applications?${query}`;
};

const roundTrip = async (person: Person, path: string): Promise<number> => {
  const start = performance.now();
  const answer = await person.send(path, { headers: { prefer: 'count=exact' } });
  await answer.json();
  return performance.now() - start;
};

/** Half of the first pages of the list of applications come faster than this, by role. */
export const measureLists = async (addresses: Addresses): Promise<Measure[]> => {
  const measures: Measure[] = [];
  for (const [role, loginId] of [['hq', 'hq-viewer'], ['branch', '118-staff'], ['company', 'C0000001'], ['site', 'C0000001-op']] as const) {
    const person = await signIn(addresses, loginId);
    const path = firstPage(profile.parse(await call(person, 'my_profile', {})), role);
    const times: number[] = [];
    for (let round = -3; round < ROUNDS; round += 1) {
      const time = await roundTrip(person, path);
      if (round >= 0) times.push(time);
    }
    measures.push({ name: `list page at the API, ${role}`, value: median(times), unit: 'ms', limit: 100 });
  }
  return measures;
};
