import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for another on paper. */
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'];

const character = (from: string): string => from.charAt(randomInt(from.length));

const group = (): string => [...kinds.map(character), character(kinds.join(''))].join('');

/** A random password: four groups of four, joined by hyphens; all four kinds of characters (decisions D-6). */
export const initialPassword = (): string => Array.from({ length: 4 }, group).join('-');
