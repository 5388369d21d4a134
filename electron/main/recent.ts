// The list of recent documents, kept in the program's own folder. Electron's own list does not exist on Linux.
import { existsSync } from 'node:fs';
import type { RecentDocument } from '../../shared/ipc/contract.ts';
import type { ReportStatus } from '../../shared/model/report.ts';
import type { DocumentSummary } from '../engine/protocol.ts';
import { readJson, writeJson } from './kept-json.ts';

const MOST = 20;
const STATUSES = ['draft', 'imported', 'final'] as const satisfies readonly ReportStatus[];

type Kept = Omit<RecentDocument, 'missing'>;

export interface RecentDocuments {
  /** Newest first, each with whether its file is still there. */
  list(): readonly RecentDocument[];
  /** Takes a document in, or what is new about it; `opened` moves it to the top. */
  note(summary: DocumentSummary, opened: boolean): void;
  forget(path: string): void;
}

export function recentDocuments(file: string, now: () => string = () => new Date().toISOString()): RecentDocuments {
  let kept = readKept(readJson(file));
  const keep = (entries: readonly Kept[]): void => {
    kept = entries.slice(0, MOST);
    writeJson(file, kept);
  };
  return {
    list: () => kept.map((entry) => ({ ...entry, missing: !existsSync(entry.path) })),
    note({ path, organ, year, status, errors }, opened) {
      const before = kept.find((entry) => entry.path === path);
      const others = kept.filter((entry) => entry.path !== path);
      const entry = { path, organ, year, status, errors, openedAt: opened || !before ? now() : before.openedAt };
      keep(opened || !before ? [entry, ...others] : kept.map((one) => (one.path === path ? entry : one)));
    },
    forget: (path) => keep(kept.filter((entry) => entry.path !== path)),
  };
}

/** Entries that have the shape they should; a file that was changed by hand costs only what is wrong in it. */
function readKept(value: unknown): readonly Kept[] {
  return Array.isArray(value) ? value.flatMap((entry: unknown) => readEntry(entry) ?? []).slice(0, MOST) : [];
}

function readEntry(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const get = (key: keyof Kept): unknown => Reflect.get(value, key);
  const [path, organ, year, errors, openedAt] = [
    get('path'),
    get('organ'),
    get('year'),
    get('errors'),
    get('openedAt'),
  ];
  const status = STATUSES.find((one) => one === get('status'));
  if (typeof path !== 'string' || path === '' || typeof organ !== 'string' || typeof openedAt !== 'string') return null;
  if (typeof year !== 'number' || typeof errors !== 'number' || !status) return null;
  return { path, organ, year, status, errors, openedAt };
}
