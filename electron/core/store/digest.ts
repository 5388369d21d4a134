// SHA-256 over what a document means, not over its bytes: the same content gives the same digest in every copy and every version.
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { CHAPTER_KEYS, cellIds, type Report } from '../../../shared/model/report.ts';
import { cellRow } from './rows.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * The fingerprint of a report, 64 hex digits: organ, year, edition, title, every cell with its origin, every chapter. Its first 16
 * digits are printed in the exported files, so this form is never changed.
 */
export function contentDigest(report: Report): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(['nianbao', 1, report.organ, report.year, report.edition, report.title]));
  for (const id of cellIds(report.cells).sort()) {
    const cell = report.cells[id];
    if (cell) hash.update(`\n${JSON.stringify(Object.values(cellRow(id, cell)))}`);
  }
  for (const key of CHAPTER_KEYS) hash.update(`\n${JSON.stringify([key, report.chapters[key]])}`);
  return hash.digest('hex');
}

/** The digests of everything in the file that is not the report; each is computed again only when its own table changes. */
export interface SealParts {
  /** Organ to title, cells, chapters. */
  readonly content: string;
  /** The hash of the last entry of the history, which holds all entries before it. */
  readonly chain: string;
  /** Draft or imported, final or not, when made. */
  readonly state: string;
  readonly reference: string;
  readonly explanation: string;
  readonly source: string;
  readonly signoff: string;
  readonly export: string;
}

/** One value for the whole file: whatever is changed behind the program's back, this no longer agrees. */
export const sealOf = (parts: SealParts): string =>
  sha256(
    JSON.stringify([
      parts.content,
      parts.chain,
      parts.state,
      parts.reference,
      parts.explanation,
      parts.source,
      parts.signoff,
      parts.export,
    ]),
  );

/** Digest of all rows of a query, in its order. */
export function rowsDigest(database: Database, query: string): string {
  const hash = createHash('sha256');
  for (const row of database.prepare(query).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

/** The queries behind the parts that are read from the file. The bytes of a source are held by their SHA-256. */
export const PART_QUERIES = {
  explanation: 'SELECT finding, text FROM explanation ORDER BY finding',
  source: 'SELECT seq, name, note, size, sha256 FROM source ORDER BY seq',
  signoff: 'SELECT seq, kind, name, at, remark FROM signoff ORDER BY seq',
  export: 'SELECT seq, at, kind, path, size, sha256, fingerprint FROM export ORDER BY seq',
} as const;
