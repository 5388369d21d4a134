// An edit as the history keeps it. A chapter is kept as the blocks that changed, so that hours of writing do not swell the file.
import type { ChapterBlock, ChapterDoc } from '../../../shared/model/chapter.ts';
import type { Edit } from '../../../shared/model/edit.ts';
import type { ChapterKey, Report } from '../../../shared/model/report.ts';

export type StoredEdit =
  | Exclude<Edit, { readonly kind: 'chapter' }>
  | {
      readonly kind: 'chapter';
      readonly chapter: ChapterKey;
      /** Number of the first block that changed. */
      readonly at: number;
      readonly removed: readonly ChapterBlock[];
      readonly inserted: readonly ChapterBlock[];
    };

export const storeEdit = (edit: Edit): StoredEdit =>
  edit.kind === 'chapter' ? { kind: 'chapter', chapter: edit.chapter, ...splice(edit.before, edit.after) } : edit;

/**
 * The edits of a history entry as they apply to `report`, which is the report directly after them. Null where the report does not
 * end as the entry says.
 */
export function restoreEdits(stored: readonly StoredEdit[], report: Report): Edit[] | null {
  const chapters = { ...report.chapters };
  const edits: Edit[] = [];
  for (const edit of stored.toReversed()) {
    if (edit.kind !== 'chapter') {
      edits.push(edit);
      continue;
    }
    const after = chapters[edit.chapter];
    const found = after.content.slice(edit.at, edit.at + edit.inserted.length);
    if (JSON.stringify(found) !== JSON.stringify(edit.inserted)) return null;
    const before: ChapterDoc = {
      type: 'doc',
      content: after.content.toSpliced(edit.at, edit.inserted.length, ...edit.removed),
    };
    chapters[edit.chapter] = before;
    edits.push({ kind: 'chapter', chapter: edit.chapter, before, after });
  }
  return edits.toReversed();
}

/** The same edits in the other direction, to be read with `restoreEdits` on the report as it was before them. */
export const invertStored = (stored: readonly StoredEdit[]): StoredEdit[] =>
  stored.toReversed().map(
    (edit) =>
      edit.kind === 'chapter'
        ? { ...edit, removed: edit.inserted, inserted: edit.removed }
        : ({ ...edit, before: edit.after, after: edit.before } as StoredEdit), // swapping one member's pair keeps its kind
  );

function splice(before: ChapterDoc, after: ChapterDoc) {
  const old = before.content.map((block) => JSON.stringify(block));
  const fresh = after.content.map((block) => JSON.stringify(block));
  const most = Math.min(old.length, fresh.length);
  let at = 0;
  while (at < most && old[at] === fresh[at]) at++;
  let tail = 0;
  while (tail < most - at && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  return {
    at,
    removed: before.content.slice(at, before.content.length - tail),
    inserted: after.content.slice(at, after.content.length - tail),
  };
}
