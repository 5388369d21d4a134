// The files a document knows of: the imported originals it keeps, and the exports made from it.
import type { Database } from 'better-sqlite3';
import type { Result } from '../../../shared/model/result.ts';
import { PART_QUERIES, rowsDigest } from './digest.ts';
import type { ExportRecord } from './document-store.ts';
import { readExports } from './load.ts';
import type { OpenTransactions } from './transaction.ts';

/** As the export dialog names them. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word 文档',
  xlsx: 'Excel 工作簿',
  html: '网页',
  sheet: '呈批单',
};

export function readSourceBytes(database: Database, id: number): Uint8Array {
  const row = database.prepare<[number], { bytes: Buffer }>('SELECT bytes FROM source WHERE seq = ?').get(id);
  if (!row) throw new Error(`no source ${id}`);
  return row.bytes;
}

export function addExport(changes: OpenTransactions, file: ExportRecord): Result<null> {
  const locked = changes.lock();
  if (locked) return locked;
  const { kind, path, bytes, sha256, fingerprint } = file;
  const detail = { kind, path, bytes, sha256, fingerprint };
  const at = new Date().toISOString();
  return changes.write({ kind: 'export', label: `导出 ${KIND_NAMES[kind] ?? kind}`, detail }, (database, state) => {
    database
      .prepare('INSERT INTO export SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM export')
      .run(at, kind, path.toWellFormed(), bytes, sha256, fingerprint);
    return {
      ...state,
      exports: readExports(database),
      parts: { ...state.parts, export: rowsDigest(database, PART_QUERIES.export) },
    };
  });
}
