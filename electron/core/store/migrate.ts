// Brings the tables of a document from an older version to the one this program writes, in one transaction.
import type { Database } from 'better-sqlite3';
import { initial } from './migrations/0001-initial.ts';

/**
 * One step: from version - 1 to version. A new one is a file in migrations/ (numbered, its constants copied, never imported), a line
 * in MIGRATIONS and a test test/store/migrations/<file>.test.ts that starts from a file of the version before.
 */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** Work that SQL alone cannot do, after `sql` and in the same transaction. */
  readonly move?: (database: Database) => void;
}

export const MIGRATIONS: readonly Migration[] = [initial];

/** The version that this program writes. */
export const currentVersion = (migrations: readonly Migration[] = MIGRATIONS): number =>
  migrations.at(-1)?.version ?? 0;

/**
 * Runs the steps that are missing, all or none. `after` runs in the same transaction: the digests of the content in its new shape.
 * Throws what SQLite throws; the file is then as it was.
 */
export function migrate(
  database: Database,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
  after: (database: Database) => void = () => {},
): void {
  const steps = migrations.filter((migration) => migration.version > from);
  if (steps.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps) {
      database.exec(step.sql);
      step.move?.(database);
      database.pragma(`user_version = ${step.version}`);
    }
    after(database);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
