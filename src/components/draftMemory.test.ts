import { expect, it } from 'vitest';
import { createDraftMemory, forgetDrafts } from './draftMemory.ts';

const memory = (): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() { return kept.size; },
    clear: () => kept.clear(), key: (at) => [...kept.keys()][at] ?? null, getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => { kept.delete(key); }, setItem: (key, value) => { kept.set(key, value); },
  };
};
const draft = { version: 2, step: 1, values: { chassis_no: 'CAR-1' } };

it('gives back what the same person typed into the same form', () => {
  const storage = memory();
  createDraftMemory('a', 'applications.1', storage).write(draft);
  expect(createDraftMemory('a', 'applications.1', storage).read()).toMatchObject(draft);
  expect(createDraftMemory('b', 'applications.1', storage).read()).toBeUndefined();
  expect(createDraftMemory('a', 'applications.2', storage).read()).toBeUndefined();
});
it('forgets after saving and after three days', () => {
  const storage = memory();
  const saved = createDraftMemory('a', 'x', storage);
  saved.write(draft);
  saved.clear();
  expect(saved.read()).toBeUndefined();
  createDraftMemory('a', 'x', storage, () => new Date('2026-11-01T00:00:00Z')).write(draft);
  expect(createDraftMemory('a', 'x', storage, () => new Date('2026-11-05T00:00:00Z')).read()).toBeUndefined();
  expect(storage.length).toBe(0);
});
it('does not stop the form when nothing can be stored', () => {
  const full = { ...memory(), setItem: () => { throw new Error('full'); } };
  expect(() => createDraftMemory('a', 'x', full).write(draft)).not.toThrow();
});
it('leaves nothing of a person who signs out, and everything of others', () => {
  const storage = memory();
  createDraftMemory('a', 'applications.1', storage).write(draft);
  createDraftMemory('a', 'applications.new', storage).write(draft);
  createDraftMemory('b', 'applications.1', storage).write(draft);
  forgetDrafts('a', storage);
  expect(storage.length).toBe(1);
  expect(createDraftMemory('b', 'applications.1', storage).read()).toMatchObject(draft);
});
