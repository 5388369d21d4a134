// What a person does to a report, as data: one list of edits is one transaction and one undo step, and has an exact inverse.
import type { ChapterDoc } from './chapter.ts';
import { CHAPTER_KEYS, type CellId, cellIds, type CellValue, type ChapterKey, type Report } from './report.ts';

export type Edit =
  | { readonly kind: 'cell'; readonly cell: CellId; readonly before: CellValue; readonly after: CellValue }
  | { readonly kind: 'chapter'; readonly chapter: ChapterKey; readonly before: ChapterDoc; readonly after: ChapterDoc }
  | { readonly kind: 'field'; readonly field: 'organ' | 'title'; readonly before: string; readonly after: string };

/** One user action. `label` is what the undo menu and the history say, in Chinese. */
export interface Change {
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** The report after the edits. The `before` of each edit is not compared: the store does that. */
export function applyEdits(report: Report, edits: readonly Edit[]): Report {
  const cells: Record<CellId, CellValue> = { ...report.cells };
  const chapters: Record<ChapterKey, ChapterDoc> = { ...report.chapters };
  let { organ, title } = report;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'cell':
        cells[edit.cell] = edit.after;
        break;
      case 'chapter':
        chapters[edit.chapter] = edit.after;
        break;
      case 'field':
        if (edit.field === 'organ') organ = edit.after;
        else title = edit.after;
        break;
    }
  }
  return { ...report, organ, title, cells, chapters };
}

/** The edits that undo these, in reverse order. */
export const invertEdits = (edits: readonly Edit[]): Edit[] =>
  edits.toReversed().map((edit) => ({ ...edit, before: edit.after, after: edit.before }) as Edit); // swapping one member's pair keeps its kind

/** The edits that make one state of a report of the other; none where both say the same. */
export function editsBetween(before: Report, after: Report): readonly Edit[] {
  const differ = (left: unknown, right: unknown): boolean => JSON.stringify(left) !== JSON.stringify(right);
  const fields = (['organ', 'title'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field): Edit => ({ kind: 'field', field, before: before[field], after: after[field] }));
  const cells = cellIds(before.cells).flatMap((cell): Edit[] => {
    const [value, next] = [before.cells[cell], after.cells[cell]];
    return value && next && differ(value, next) ? [{ kind: 'cell', cell, before: value, after: next }] : [];
  });
  const chapters = CHAPTER_KEYS.filter((chapter) => differ(before.chapters[chapter], after.chapters[chapter])).map(
    (chapter): Edit => ({
      kind: 'chapter',
      chapter,
      before: before.chapters[chapter],
      after: after.chapters[chapter],
    }),
  );
  return [...fields, ...cells, ...chapters];
}
