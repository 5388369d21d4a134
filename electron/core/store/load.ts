// Reads a whole document out of an open database and says, in sentences, everything that does not agree with itself.
import type { Database } from 'better-sqlite3';
import type { SignoffStep } from '../../../shared/ipc/contract.ts';
import type { EditionId, Report } from '../../../shared/model/report.ts';
import { readTrail, type Trail } from './audit.ts';
import { contentDigest, PART_QUERIES, rowsDigest, type SealParts, sealOf, sha256 } from './digest.ts';
import { hasOversizedText } from './oversized.ts';
import type { ExportEntry, SourceEntry } from './document-store.ts';
import { isSqliteError } from './sqlite-error.ts';
import { readReportRows } from './rows.ts';

export interface MetaRow {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
  readonly origin: 'draft' | 'imported';
  readonly final: 0 | 1;
  readonly final_digest: string | null;
  readonly created_at: string;
  readonly digest: string;
  readonly seal: string;
}

/** A document as it stands in the file. Replaced as a whole by each change. */
export interface State {
  readonly report: Report;
  readonly previous: Report | null;
  readonly explanations: Readonly<Record<string, string>>;
  readonly trail: Trail;
  readonly parts: SealParts;
  readonly origin: MetaRow['origin'];
  readonly createdAt: string;
  readonly finalDigest: string | null;
  readonly sources: readonly SourceEntry[];
  readonly signoffs: readonly SignoffStep[];
  readonly exports: readonly ExportEntry[];
}

export interface Loaded {
  readonly state: State | null;
  /** Chinese sentences; empty when all is well. Without a state there is at least one. */
  readonly problems: readonly string[];
}

const UNREADABLE = '文件的内部数据已损坏，不能完整读出。';

/**
 * What is looked at besides the content itself. `pages`: every page of the file and every source. `seal`: the one value over
 * everything, which follows the tables and therefore does not fit directly after a migration.
 */
export interface Depth {
  readonly pages: boolean;
  readonly seal: boolean;
}

export const EVERYTHING: Depth = { pages: true, seal: true };

export function loadDocument(database: Database, depth: Depth): Loaded {
  try {
    return load(database, depth);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { state: null, problems: [UNREADABLE] };
  }
}

// JSON that does not parse is damage too: the digests are computed after the rows are read
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (isSqliteError(error) && /^SQLITE_(CORRUPT|NOTADB|ERROR|TOOBIG|NOMEM)/.test(error.code));

function load(database: Database, depth: Depth): Loaded {
  const problems: string[] = [];
  if (depth.pages && (hasOversizedText(database) || database.pragma('quick_check(1)', { simple: true }) !== 'ok')) {
    return { state: null, problems: [UNREADABLE] };
  }
  const meta = database.prepare<[], MetaRow>('SELECT * FROM meta').get();
  const report = meta && readReportRows(database, 'own', meta, meta.final ? 'final' : meta.origin);
  if (!meta || !report) return { state: null, problems: [UNREADABLE] };
  const content = contentDigest(report);
  if (content !== meta.digest)
    problems.push('表格数字或文字与保存时的校验值不一致：文件在本程序之外被改动过，或已损坏。');
  const trail = readTrail(database);
  if (!trail) problems.push('修改记录不连续：有记录被改动或删除过。');
  const reference = readReference(database);
  if (reference === 'damaged') problems.push('上年数据已损坏或被改动过。');
  if (depth.pages && !sourcesWhole(database)) problems.push('保存在文件中的原始文件与保存时的校验值不一致。');
  if (meta.final_digest !== null && meta.final_digest !== content) {
    problems.push(
      `定稿后内容被改动过：定稿时的校验码是${meta.final_digest.slice(0, 16)}，现在是${content.slice(0, 16)}。`,
    );
  }
  if (!trail || reference === 'damaged') return { state: null, problems };
  const state: State = {
    report,
    previous: reference,
    explanations: readExplanations(database),
    trail,
    parts: {
      content,
      chain: trail.hash,
      state: statePart(meta.origin, meta.created_at, meta.final_digest),
      reference: reference ? `${contentDigest(reference)} ${reference.status}` : '',
      explanation: rowsDigest(database, PART_QUERIES.explanation),
      source: rowsDigest(database, PART_QUERIES.source),
      signoff: rowsDigest(database, PART_QUERIES.signoff),
      export: rowsDigest(database, PART_QUERIES.export),
    },
    origin: meta.origin,
    createdAt: meta.created_at,
    finalDigest: meta.final_digest,
    sources: readSources(database),
    signoffs: readSignoffs(database),
    exports: readExports(database),
  };
  if (depth.seal && problems.length === 0 && sealOf(state.parts) !== meta.seal) {
    problems.push('说明、上年数据、签批、导出或修改记录与保存时的校验值不一致：文件在本程序之外被改动过，或已损坏。');
  }
  return { state, problems };
}

export const statePart = (origin: string, createdAt: string, finalDigest: string | null): string =>
  JSON.stringify([origin, createdAt, finalDigest]);

interface ReferenceRow {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
  readonly status: Report['status'];
}

function readReference(database: Database): Report | null | 'damaged' {
  const row = database.prepare<[], ReferenceRow>('SELECT organ, year, edition, title, status FROM reference').get();
  if (row) return readReportRows(database, 'reference', row, row.status) ?? 'damaged';
  const orphans = database
    .prepare('SELECT EXISTS (SELECT 1 FROM reference_cell) + EXISTS (SELECT 1 FROM reference_chapter)')
    .pluck()
    .get();
  return orphans === 0 ? null : 'damaged';
}

function readExplanations(database: Database): Record<string, string> {
  const rows = database.prepare<[], { finding: string; text: string }>('SELECT finding, text FROM explanation').all();
  return Object.fromEntries(rows.map((row) => [row.finding, row.text]));
}

const readSources = (database: Database): readonly SourceEntry[] =>
  database
    .prepare<[], SourceEntry>('SELECT seq AS id, name, sha256, size AS bytes, note FROM source ORDER BY seq')
    .all();

export const readSignoffs = (database: Database): readonly SignoffStep[] =>
  database.prepare<[], SignoffStep>('SELECT kind, name, at, remark FROM signoff ORDER BY seq').all();

export const readExports = (database: Database): readonly ExportEntry[] =>
  database
    .prepare<[], ExportEntry>(
      'SELECT seq AS id, at, kind, path, size AS bytes, sha256, fingerprint FROM export ORDER BY seq',
    )
    .all();

function sourcesWhole(database: Database): boolean {
  const rows = database.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM source').iterate();
  for (const row of rows) if (sha256(row.bytes) !== row.sha256) return false;
  return true;
}
