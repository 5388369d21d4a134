// What a document file must look like: its marks in the header and the exact list of its tables and triggers.
import Database from 'better-sqlite3';
import { MIGRATIONS, type Migration, migrate } from './migrate.ts';

/** Bytes 68-71 of the file: “Nian”. */
export const APPLICATION_ID = 0x4e69616e;

const LIST = 'SELECT type, name, tbl_name, coalesce(sql, char(0)) AS sql FROM sqlite_schema ORDER BY type, name';

const expected = new Map<string, string>();

/** True when the file holds exactly the tables and triggers that its version has: no view, no trigger, no column more or less. */
export function schemaMatches(
  database: Database.Database,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): boolean {
  return schemaText(database) === expectedSchema(version, migrations);
}

/** Reads the list alone; nothing of the file's own SQL is run. */
const schemaText = (database: Database.Database): string => JSON.stringify(database.prepare(LIST).raw().all());

function expectedSchema(version: number, migrations: readonly Migration[]): string {
  const steps = migrations.filter((migration) => migration.version <= version);
  const key = JSON.stringify(steps.map((step) => step.sql));
  const known = expected.get(key);
  if (known !== undefined) return known;
  const model = new Database(':memory:');
  try {
    migrate(model, 0, steps);
    const text = schemaText(model);
    expected.set(key, text);
    return text;
  } finally {
    model.close();
  }
}
