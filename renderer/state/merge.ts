// Bringing a reply of the program into the shown document, keeping the identity of what did not change.
import { type Finding, findingKey } from '../../shared/checks/finding.ts';
import type { Delta, Snapshot } from '../../shared/ipc/contract.ts';
import type { Report } from '../../shared/model/report.ts';

/** The document after a reply. */
export function mergeDelta(snapshot: Snapshot, delta: Delta): Snapshot {
  const { report } = snapshot;
  return {
    ...snapshot,
    revision: delta.revision,
    savedAt: delta.savedAt,
    undo: delta.undo,
    redo: delta.redo,
    report: {
      ...report,
      organ: delta.organ ?? report.organ,
      title: delta.title ?? report.title,
      cells: { ...report.cells, ...delta.cells },
      chapters: { ...report.chapters, ...delta.chapters },
    },
  };
}

const same = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

/** `next` with the objects of `before` wherever they say the same, so that nothing unchanged is drawn or checked again. */
export function reuseEqual(before: Report, next: Report): Report {
  if (before === next) return before;
  const cells = reuse(before.cells, next.cells);
  const chapters = reuse(before.chapters, next.chapters);
  const fields = (['organ', 'year', 'edition', 'title', 'status'] as const).every((key) => before[key] === next[key]);
  return fields && cells === before.cells && chapters === before.chapters ? before : { ...next, cells, chapters };
}

function reuse<R extends Readonly<Record<string, object>>>(before: R, next: R): R {
  const entries = Object.entries(next).map(([key, value]) => {
    const old = before[key];
    return [key, old && same(old, value) ? old : value] as const;
  });
  const unchanged =
    entries.length === Object.keys(before).length && entries.every(([key, value]) => before[key] === value);
  // the same keys with values of the same type
  return unchanged ? before : (Object.fromEntries(entries) as R);
}

/** The findings of a new check with the objects of the last one wherever they say the same; the same list where all do. */
export function reuseFindings(before: readonly Finding[], next: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((one) => [findingKey(one), one]));
  const reused = next.map((one) => {
    const old = known.get(findingKey(one));
    return old && same(old, one) ? old : one;
  });
  return reused.length === before.length && reused.every((one, at) => one === before[at]) ? before : reused;
}
