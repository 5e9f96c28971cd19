import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { cloneDatabase } from '../../tools/stack/postgres/index.ts';
import { openWorld, type World } from '../world.ts';

/** A copy of the world for this test file alone, thrown away with the server. */
export const useWorld = async (): Promise<World> => {
  const copy = await cloneDatabase(inject('worldDatabase'), `t_${randomBytes(6).toString('hex')}`);
  const world = openWorld(copy.url, inject('worldContent'));
  afterAll(() => world.close());
  return world;
};
