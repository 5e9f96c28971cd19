/** Letters and digits that are not mistaken for one another on paper. */
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;
const GROUPS = 3;

const pick = (characters: string): string => {
  // numbers above the last whole multiple would favour the first characters
  const limit = 256 - (256 % characters.length);
  for (;;) {
    const [random = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (random < limit) return characters.charAt(random % characters.length);
  }
};

const group = (): string => [...kinds.map(pick), pick(kinds.join(''))].join('');

/** A password to be printed once and changed at the first sign-in: groups of four, each with all three kinds (D-6). */
export const initialPassword = (): string => Array.from({ length: GROUPS }, group).join('-');
