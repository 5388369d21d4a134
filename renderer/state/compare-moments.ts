// What differs between two moments of the same report: fields, figures, sentences. Pure.
import { editsBetween } from '../../shared/model/edit.ts';
import { blockText, type ChapterDoc } from '../../shared/model/chapter.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import type { CellId, CellValue, ChapterKey, Report } from '../../shared/model/report.ts';
import { commonPositions, sentencesOf } from '../editor/sentences.ts';

export interface MomentDifference {
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly cells: readonly { readonly cell: CellId; readonly before: string; readonly after: string }[];
  readonly prose: readonly {
    readonly chapter: ChapterKey;
    readonly removed: readonly string[];
    readonly added: readonly string[];
  }[];
}

const FIELD_NAMES = { organ: '机关全称', title: '报告标题' } as const;

export function differenceOf(before: Report, after: Report): MomentDifference {
  const edits = editsBetween(before, after);
  return {
    fields: edits.flatMap((edit) =>
      edit.kind === 'field' ? [{ name: FIELD_NAMES[edit.field], before: edit.before, after: edit.after }] : [],
    ),
    cells: edits.flatMap((edit) => {
      if (edit.kind !== 'cell') return [];
      const [left, right] = [shown(edit.before), shown(edit.after)];
      return left === right ? [] : [{ cell: edit.cell, before: left, after: right }];
    }),
    prose: edits.flatMap((edit) =>
      edit.kind === 'chapter' ? [{ chapter: edit.chapter, ...sentenceChange(edit.before, edit.after) }] : [],
    ),
  };
}

const shown = (cell: CellValue): string => `${showFigure(cell) || '空'}${cell.proposed ? '（待采用）' : ''}`;

const sentences = (doc: ChapterDoc): readonly string[] => doc.content.flatMap((block) => sentencesOf(blockText(block)));

function sentenceChange(before: ChapterDoc, after: ChapterDoc) {
  const [left, right] = [sentences(before), sentences(after)];
  const pairs = commonPositions(left, right);
  const [keptLeft, keptRight] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  return {
    removed: left.filter((_, at) => !keptLeft.has(at)),
    added: right.filter((_, at) => !keptRight.has(at)),
  };
}
