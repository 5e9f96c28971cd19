import type { TestProject } from 'vitest/node';
import { provideStack } from './provideStack.ts';

/** The whole product with its demo data, for a real browser. */
export default (project: TestProject) => provideStack(project, { seed: 'demo' });
