/**
 * PostgreSQL settings for the machine the product is built for: 2 cores, much memory, an SSD, and at rest no more than
 * 500 MB for the whole stack (shared_buffers counts only when touched). Everything else is PostgreSQL's default, which
 * means durable: fsync, full_page_writes and synchronous_commit stay on.
 */
const product = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '4GB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  random_page_cost: '1.1',
  effective_io_concurrency: '200',
  max_parallel_workers_per_gather: '1',
  jit: 'off',
  // An online backup copies the log at its end, so segments written meanwhile have to be there still.
  wal_keep_size: '256MB',
  wal_compression: 'on',
  max_wal_size: '4GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  max_wal_senders: '3',
  max_logical_replication_workers: '0',
} as const;

/** For databases that a test-suite throws away: safe against a killed process, but without waiting for the disk. */
const throwaway = { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_connections: '100' } as const;

/** The settings as arguments of `postgres`. */
export const serverArguments = (options: { port: number; durable: boolean }): string[] =>
  Object.entries({ ...product, ...(options.durable ? {} : throwaway), port: String(options.port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
