import postgres from 'postgres';
import { createAccount, createDemoAccounts } from './accounts.ts';
import { fillDemo } from './demo.ts';
import { initialPassword } from './initialPassword.ts';
import type { SeedTarget } from './target.ts';

export type { SeedTarget } from './target.ts';

/** One connection for all of the seeding: scripts hand on temporary tables. */
const withDatabase = async <T>(target: SeedTarget, run: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(target.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
};

/** Fills an empty database with the demo. Answers the lines about its accounts, to be printed after `Ready`. */
export const seedDemo = (target: SeedTarget): Promise<string[]> => 
  withDatabase(target, (sql) => fillDemo(sql, { log: target.log, createPeople: () => createDemoAccounts(target, sql) }));

/**
 * Makes the first two people of a real installation: hq-admin and hq-finance. Answers their initial passwords, which are
 * stored nowhere and must be changed at the first sign-in.
 */
export const seedFirstPeople = (target: SeedTarget): Promise<string[]> =>
  withDatabase(target, async (sql) => {
    const lines = ['First accounts; each must choose a new password at the first sign-in:'];
    for (const { loginId, name, role } of [
      { loginId: 'hq-admin', name: '本部　管理者', role: 'hq_admin' },
      { loginId: 'hq-finance', name: '本部　経理', role: 'hq_finance' },
    ]) {
      const password = initialPassword();
      await createAccount(target, sql, { loginId, name, role }, password, true);
      lines.push(`  ${loginId.padEnd(10)}  initial password ${password}`);
    }
    return lines;
  });
