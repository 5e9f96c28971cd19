/** `npm run types`: writes `src/domain/database.ts` from the migrations. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDatabaseTypes } from './databaseTypes.ts';
import { startDatabase } from './stack/postgres/index.ts';

const target = fileURLToPath(new URL('../src/domain/database.ts', import.meta.url));
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'types-'));
const database = await startDatabase({ dataDir });
try {
  writeFileSync(target, await generateDatabaseTypes(database.url));
  console.log(`Wrote ${path.relative(process.cwd(), target)}.`);
} finally {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
