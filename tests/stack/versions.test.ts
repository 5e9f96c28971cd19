import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { imports: Record<string, string>; dependencies: Record<string, string> };

describe('the import map of hosted functions', () => {
  it('names the very versions that the embedded runtime runs', () => {
    const { dependencies } = read('package.json');
    for (const [name, target] of Object.entries(read('supabase/functions/deno.json').imports)) {
      expect(target).toBe(`npm:${name}@${dependencies[name]}`);
    }
  });
});
