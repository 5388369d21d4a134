// Texts too long for any report: noticed by their lengths, before SQLite or the program would hold them in memory.
import type { Database } from 'better-sqlite3';

/** Bytes. A chapter may have 200,000 characters, and a change keeps it as it was and as it became: far below this. */
const LONGEST_TEXT = 32 * 1024 * 1024;

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Whether a table holds a text that no report can hold. The tables are those of our schema: their names need no quotes. */
export function hasOversizedText(database: Database): boolean {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return tables.some((table) => {
    const columns = database.pragma(`table_info(${table})`) as readonly Column[]; // what the pragma gives
    const texts = columns.filter(({ type }) => type === 'TEXT').map(({ name }) => `octet_length(${name})`);
    if (texts.length === 0) return false;
    const longer = texts.map((length) => `${length} > ${LONGEST_TEXT}`).join(' OR ');
    return database.prepare(`SELECT 1 FROM ${table} WHERE ${longer} LIMIT 1`).get() !== undefined;
  });
}
