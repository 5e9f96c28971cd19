/** Closes April 2024 at the database of `argv[2]` as 本部経理, like the function does: one transaction, one call. A test kills this process. */
import postgres from 'postgres';

const sql = postgres(process.argv[2] ?? '', { max: 1, onnotice: () => undefined });
const claims = JSON.stringify({ role: 'authenticated', sub: '00000000-0000-4000-8000-000000000003' });
await sql.begin(async (tx) => {
  await tx`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${claims}, true)`;
  const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  console.log(`closing ${backend?.pid}`);
  await tx`select close_month('2024-04-01', 'close', false, '報告が届かないため')`;
});
console.log('closed');
await sql.end();
