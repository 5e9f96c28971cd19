/** Where the seeding works: a running API with its keys, and the database behind it (as `postgres`). */
export type SeedTarget = {
  url: string;
  databaseUrl: string;
  publishableKey: string;
  secretKey: string;
  log: (line: string) => void;
};
