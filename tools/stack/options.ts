import type { SeedKind } from './seed.ts';

export type StackOptions = {
  dataDir: string;
  /** 0, the default, is a free one. */
  port?: number;
  host?: string;
  /** What a new database is filled with; 'skip', the default, leaves it as the migrations made it. */
  seed?: SeedKind | 'skip';
  /** An ISO moment from which the product's clock runs. */
  clock?: string;
  quiet?: boolean;
  /** Build and serve the app (default), or serve the API alone. */
  buildApp?: boolean;
  /** Serve the app through vite, with hot reload. */
  dev?: boolean;
  functionsDir?: string;
  supabaseDir?: string;
  /** Survive a power failure (default); false is for data that a test throws away. */
  durable?: boolean;
  /** Start over with an empty data folder. */
  fresh?: boolean;
};

export type Log = (line: string) => void;
