// What an edit costs on the disk: a commit of the store against one bare SQLite commit of a single row, in the same run and folder.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createDocument, type DocumentStore, openDocument } from '../../electron/core/store/document-store.ts';
import type { Change } from '../../shared/model/edit.ts';
import { setCellTo, setProseTo, someDocument } from '../reliability/store-edits.ts';

const ROUNDS = 300;

interface Times {
  readonly middle: number;
  readonly slow: number;
}

/** Milliseconds of each run: the middle one, and the one that 95 of 100 stay below. */
function measure(rounds: number, work: (round: number) => void): Times {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work(round);
    all.push(performance.now() - start);
  }
  all.sort((left, right) => left - right);
  return { middle: all[Math.floor(rounds / 2)] ?? 0, slow: all[Math.floor(rounds * 0.95)] ?? 0 };
}

export async function run(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
  try {
    return await lines(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lines(folder: string): Promise<readonly string[]> {
  const bare = bareCommits(join(folder, 'bare.db'));
  const path = join(folder, 'a.nianbao');
  const store = good(createDocument(path, someDocument()));
  const commit = (change: Change) => void good(store.commit(change));
  const cell = measure(ROUNDS, (round) => commit(setCellTo(store, String(round))));
  const prose = measure(ROUNDS, (round) => commit(setProseTo(store, `第${round}段`, '不变的一段。'.repeat(200))));
  const undo = measure(ROUNDS, () => void good(store.undo()));
  for (let round = 0; round < 3000; round++) commit(setCellTo(store, String(round)));
  const long = measure(ROUNDS, (round) => commit(setCellTo(store, String(round))));
  const copy = measure(20, (round) => void good(store.saveCopy(join(folder, `copy-${round % 2}.nianbao`))));
  store.close();
  const open = measure(20, () => good(openDocument(path)).close());
  const fresh = join(folder, 'fresh.nianbao');
  good<DocumentStore>(createDocument(fresh, someDocument())).close();
  const bareOpen = measure(20, () => {
    const database = new Database(join(folder, 'bare.db'), { readonly: true });
    database.prepare('SELECT v FROM t').get();
    database.close();
  });
  const bareCopy = measure(20, (round) => copyFileSync(path, join(folder, `bare-${round % 2}`)));
  const openFresh = measure(20, () => good(openDocument(fresh)).close());
  const show = (name: string, times: Times, base = bare) =>
    `${name}: ${times.middle.toFixed(2)} ms, 95%: ${times.slow.toFixed(2)} ms, ${(times.middle / base.middle).toFixed(1)} x bare`;
  return [
    show('bare commit of one row', bare),
    show('commit of a cell', cell),
    show('commit of a chapter', prose),
    show('undo', undo),
    show('commit of a cell after 4,000 changes', long),
    show('bare copy of the file', bareCopy, bareCopy),
    show('saved copy', copy, bareCopy),
    show('bare opening of a database, one row read', bareOpen, bareOpen),
    show('open and close, new document', openFresh, bareOpen),
    show('open and close, 4,000 changes', open, bareOpen),
  ];
}

/** One row, one commit, with the settings of a document: what the disk itself asks for. */
function bareCommits(path: string): Times {
  const database = new Database(path);
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = TRUNCATE');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 0)');
  const update = database.prepare('UPDATE t SET v = ? WHERE id = 1');
  const times = measure(ROUNDS, (round) => void update.run(String(round)));
  database.close();
  return times;
}

function good<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
