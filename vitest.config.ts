import os from 'node:os';
import { defineConfig } from 'vitest/config';

// react-admin's package for PostgREST ships modules that Node alone cannot load.
const inline = [/ra-data-postgrest/];
const shared = { server: { deps: { inline } } };
const slow = { testTimeout: 30_000, hookTimeout: 120_000 };

/**
 * One project a kind of test, so that each starts only what it needs. Files of a project share one PostgreSQL or one
 * stack, started by its `globalSetup` and reached through `inject`.
 */
export default defineConfig({
  test: {
    // Half of the time a test waits for the database, so two cores serve two workers well.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      {
        test: {
          ...shared,
          ...slow,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'supabase/functions/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          ...shared,
          ...slow,
          name: 'ui',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
        },
      },
      {
        test: {
          ...slow,
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: 'tests/support/database.setup.ts',
        },
      },
      {
        test: {
          ...slow,
          name: 'functions',
          include: ['tests/functions/**/*.test.ts'],
          globalSetup: 'tests/support/functions.setup.ts',
        },
      },
      {
        test: {
          ...slow,
          name: 'stack',
          include: ['tests/stack/**/*.test.ts'],
          globalSetup: 'tests/support/fixture.setup.ts',
        },
      },
      {
        test: {
          ...slow,
          testTimeout: 60_000,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/e2e.setup.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});
