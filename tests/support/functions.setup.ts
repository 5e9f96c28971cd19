import type { TestProject } from 'vitest/node';
import { provideStack } from './provideStack.ts';

/** The product without its screens and without data, for tests of the functions through the API. */
export default (project: TestProject) => provideStack(project, { buildApp: false });
