// What cannot be opened is refused with a sentence and left byte for byte as it was.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDocument, readDocumentReport, verifyDocument } from '../../electron/core/store/document-store.ts';
import {
  bytesOf,
  closedDocument,
  created,
  folder,
  good,
  opened,
  refused,
  setCell,
  valueOf,
  withSql,
} from './documents.ts';

const place = () => join(folder(), 'a.nianbao');

function edited(path: string, edit: (bytes: Buffer) => Buffer | undefined): string {
  closedDocument(path);
  const bytes = bytesOf(path);
  writeFileSync(path, edit(bytes) ?? bytes);
  return path;
}

const CASES: Readonly<Record<string, { make: (path: string) => unknown; code: string; sentence: string }>> = {
  'a file that is not there': { make: () => {}, code: 'file-missing', sentence: '找不到文件“a.nianbao”' },
  'an empty file': { make: (path) => writeFileSync(path, ''), code: 'file-empty', sentence: '是空的（0字节）' },
  'a text file': {
    make: (path) => writeFileSync(path, '年报'.repeat(99)),
    code: 'file-foreign',
    sentence: '不是年报编制的文件',
  },
  'a short file': { make: (path) => writeFileSync(path, 'SQL'), code: 'file-foreign', sentence: '不是年报编制的文件' },
  'a header alone': {
    make: (path) => edited(path, (bytes) => bytes.subarray(0, 60)),
    code: 'file-damaged',
    sentence: '已损坏',
  },
  "another program's database": {
    make: (path) => withSql(path, (database) => database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')),
    code: 'file-foreign',
    sentence: '不是年报编制的文件',
  },
  'a file of a newer version': {
    make: (path) => edited(path, (bytes) => void bytes.writeUInt32BE(99, 60)),
    code: 'file-newer',
    sentence: '请先升级程序',
  },
  'a file whose end is missing': {
    make: (path) => edited(path, (bytes) => bytes.subarray(0, bytes.length - 4096)),
    code: 'file-damaged',
    sentence: '已损坏',
  },
  'a file with something after its end': {
    make: (path) => edited(path, (bytes) => Buffer.concat([bytes, Buffer.from('x')])),
    code: 'file-damaged',
    sentence: '已损坏',
  },
  'a file in WAL mode': {
    make: (path) => edited(path, (bytes) => void bytes.fill(2, 18, 20)),
    code: 'file-damaged',
    sentence: '（WAL）',
  },
  'a file with a foreign WAL beside it': {
    make: (path) => writeFileSync(`${closedDocument(path)}-wal`, Buffer.alloc(5000, 1)),
    code: 'file-damaged',
    sentence: '（WAL）',
  },
  'a file with a zeroed page': {
    make: (path) => edited(path, (bytes) => void bytes.fill(0, 4096 * 3, 4096 * 4)),
    code: 'file-damaged',
    sentence: '请用最近的备份或副本',
  },
  'a folder': { make: (path) => mkdirSync(path), code: 'file-unreadable', sentence: '是一个文件夹' },
};

for (const [what, { make, code, sentence }] of Object.entries(CASES)) {
  test(`${what} is refused (${code}) and not touched`, () => {
    const path = place();
    make(path);
    const state = () => readdirSync(join(path, '..')).map((name) => [name, contentOf(join(path, '..', name))]);
    const before = state();
    for (const attempt of [openDocument, readDocumentReport]) {
      const refusal = refused(attempt(path));
      expect(refusal.code).toBe(code);
      expect(refusal.message).toContain(sentence);
      expect(refusal.message).not.toMatch(/SQLITE|Error|undefined/);
    }
    const verified = verifyDocument(path);
    expect(verified.ok ? verified.value.ok : verified.error.code).toBe(code === 'file-damaged' ? false : code);
    expect(state()).toEqual(before);
  });
}

const contentOf = (path: string): string => (existsSync(path) && !isFolder(path) ? bytesOf(path).toString('hex') : '');
const isFolder = (path: string): boolean => {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
};

test('names that SQLite or Windows would change are refused', () => {
  for (const name of ['', ' a.nianbao', 'a.nianbao ', 'a\0b.nianbao']) {
    expect(refused(openDocument(name)).code).toBe('bad-argument');
  }
});

test('opening and closing a document without an edit leaves its bytes as they were', () => {
  const path = closedDocument(place());
  const before = bytesOf(path);
  good(openDocument(path)).close();
  expect(bytesOf(path).equals(before)).toBe(true);
});

test('a document is one file by whatever name it is opened', () => {
  const path = closedDocument(place());
  const link = join(folder(), 'link.nianbao');
  symlinkSync(path, link);
  const store = opened(link);
  good(store.commit(setCell(store, '44')));
  expect(refused(openDocument(path)).code).toBe('file-busy');
  store.close();
  expect(valueOf(opened(path))).toBe('44');
});

test('a change that was interrupted by a kill is taken back at the next opening, and while only reading it is not seen', () => {
  const path = interrupted();
  const before = bytesOf(path);
  expect(good(readDocumentReport(path)).cells['applications.new.natural']?.value).toBe('12');
  expect(good(verifyDocument(path)).ok).toBe(true);
  expect(bytesOf(path).equals(before)).toBe(true);
  const store = opened(path);
  expect(valueOf(store)).toBe('12');
  expect(store.verify().ok).toBe(true);
  store.close();
  // the journal that was applied holds old pages: it goes with the first clean end, also without an edit
  expect(existsSync(`${path}-journal`)).toBe(false);
});

/** The file and the journal as a kill in the middle of a transaction leaves them. */
function interrupted(): string {
  const path = closedDocument(place());
  const copy = join(folder(), 'killed.nianbao');
  const database = new Database(path);
  database.pragma('cache_size = 1');
  database.exec("BEGIN; UPDATE cell SET raw = 'x'; UPDATE change SET label = label || 'x' WHERE 0");
  database.exec(
    "INSERT INTO export VALUES (1, '', '', '', 0, '" + 'a'.repeat(64) + "', '" + 'z'.repeat(200_000) + "')",
  );
  copyFileSync(path, copy);
  copyFileSync(`${path}-journal`, `${copy}-journal`);
  database.exec('ROLLBACK');
  database.close();
  expect(bytesOf(copy).equals(bytesOf(path))).toBe(false);
  return copy;
}

// for root nothing is read-only
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a document marked read-only opens for reading and says so at every edit',
  () => {
    const path = closedDocument(place());
    chmodSync(path, 0o444);
    const store = opened(path);
    expect(store.readOnly).toBe(true);
    expect(store.snapshot().readOnly).toBe(true);
    expect(refused(store.commit(setCell(store, '1'))).message).toContain('以只读方式打开');
    good(store.saveCopy(join(folder(), 'copy.nianbao')));
  },
);

test('a document cut to any length is refused or whole, never something else', () => {
  const path = closedDocument(place());
  const whole = bytesOf(path).length;
  for (let size = whole - 1; size > 0; size -= 1531) {
    truncateSync(path, size);
    expect(['file-damaged', 'file-foreign']).toContain(refused(openDocument(path)).code);
  }
});

test('a new document is created open', () => {
  const store = created(place());
  expect(store.readOnly).toBe(false);
  expect(existsSync(store.path)).toBe(true);
});
