// Holds a change against what is stored: each edit in its normal form, or why it cannot be made.
import type { ChapterDoc } from '../../../shared/model/chapter.ts';
import { type Edit } from '../../../shared/model/edit.ts';
import type { CellId, CellValue, ChapterKey, Report } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { normalCell, normalChapter } from './rows.ts';
import type { StoredEdit } from './stored-edit.ts';

const MOST_TEXT = 100_000;
const MOST_NAME = 1000;
const MOST_CHAPTER = 20_000_000;

/** The edits as they can be stored, without those that change nothing. Refuses the whole change when one of them cannot be made. */
export function prepareEdits(report: Report, edits: readonly Edit[]): Result<readonly Edit[]> {
  const cells: Record<CellId, CellValue> = { ...report.cells };
  const chapters: Record<ChapterKey, ChapterDoc> = { ...report.chapters };
  const fields = { organ: report.organ, title: report.title };
  const prepared: Edit[] = [];
  for (const edit of edits) {
    switch (edit.kind) {
      case 'cell': {
        const before = cells[edit.cell];
        if (!before) return refuse('cell-unknown', `表中没有单元格“${edit.cell}”。`);
        const after = normalCell(edit.after);
        if (!after || !fits(after)) return refuse('bad-value', `单元格“${edit.cell}”的内容不是可以保存的数字或文字。`);
        if (!same(before, normalCell(edit.before))) return stale(`单元格“${edit.cell}”`);
        if (!same(before, after)) prepared.push({ kind: 'cell', cell: edit.cell, before, after });
        cells[edit.cell] = after;
        break;
      }
      case 'chapter': {
        const before = chapters[edit.chapter];
        const after = normalChapter(edit.after);
        if (!before || !after) return refuse('bad-value', '文字的格式不对，没有保存。');
        if (JSON.stringify(after).length > MOST_CHAPTER) return refuse('bad-value', '这一部分的文字太长，没有保存。');
        if (!same(before, normalChapter(edit.before))) return stale('这一部分的文字');
        if (!same(before, after)) prepared.push({ kind: 'chapter', chapter: edit.chapter, before, after });
        chapters[edit.chapter] = after;
        break;
      }
      case 'field': {
        const before = fields[edit.field];
        const after = edit.after.toWellFormed();
        if (after.length > MOST_NAME) return refuse('bad-value', '机关名称或标题太长，没有保存。');
        if (before !== edit.before.toWellFormed()) return stale(edit.field === 'organ' ? '机关名称' : '标题');
        if (before !== after) prepared.push({ kind: 'field', field: edit.field, before, after });
        fields[edit.field] = after;
        break;
      }
    }
  }
  return ok(prepared);
}

/** What edits are made on, as keys: to find out whether two changes meet. Computed totals follow others and meet nobody. */
export const editedPlaces = (edits: readonly (Edit | StoredEdit)[]): readonly string[] =>
  edits.flatMap((edit) => {
    switch (edit.kind) {
      case 'cell':
        return edit.after.source.kind === 'computed' ? [] : [edit.cell];
      case 'chapter':
      case 'field':
        return [`${edit.kind} ${edit.kind === 'chapter' ? edit.chapter : edit.field}`];
    }
  });

export const stale = (place: string) =>
  refuse('bad-value', `${place}在此期间已经改变，刚才的修改没有保存。请看一下现在的内容，再改一次。`);

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const fits = (cell: CellValue): boolean =>
  cell.raw.length <= MOST_TEXT && (cell.note?.length ?? 0) <= MOST_TEXT && (cell.value?.length ?? 0) <= 30;
