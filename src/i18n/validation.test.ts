import { expect, it } from 'vitest';
import { fileErrorCodes, validationCodes } from '../domain/codes.ts';
import { fileErrors, validation } from './validation.ts';

it('has a sentence for every code, and none for codes that are gone', () => {
  expect(Object.keys(validation).toSorted()).toEqual([...validationCodes].toSorted());
  expect(Object.keys(fileErrors).toSorted()).toEqual([...fileErrorCodes].toSorted());
});

it('says things in whole sentences', () => {
  for (const sentence of [...Object.values(validation), ...Object.values(fileErrors)]) expect(sentence).toMatch(/。$/);
});
