import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { provideStack } from './provideStack.ts';

const fixture = fileURLToPath(new URL('../stack/fixture', import.meta.url));

/** The runtime over a schema of its own: its contract tests must not change with the product. */
export default (project: TestProject) => provideStack(project, { buildApp: false, supabaseDir: fixture, functionsDir: `${fixture}/functions` });
