import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import postgres from 'postgres';

const HEADER = `/**
 * Generated from the migrations by \`npm run types\`; never edited by hand. Tables, views and functions of the Data API as
 * supabase-js reads them.
 */
`;

/** The TypeScript of a database's API schema, as \`supabase gen types\` writes it. */
export const generateDatabaseTypes = async (url: string): Promise<string> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const queryable = { query: async (text: string) => ({ rows: [...(await sql.unsafe(text))] }) };
    const metadata = await introspect(queryable, { includedSchemas: ['public'] });
    return HEADER + (await generateTypescript(sortGeneratorMetadata(metadata), { postgrestVersion: '14.1' }));
  } finally {
    await sql.end();
  }
};
