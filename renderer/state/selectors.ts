// Answers about the open report that several screens need. Pure.
import { EDITIONS, figuresOf } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import type { CellId, ChapterKey, Report } from '../../shared/model/report.ts';

/** Figures still blank that a person may fill: computed totals of a draft are not among them. */
export function blankCells(report: Report, tables: readonly TableSpec[]): readonly CellId[] {
  const computed = report.status === 'draft' ? computedCells(EDITIONS[report.edition]) : new Set<CellId>();
  return tables
    .flatMap(figuresOf)
    .map(({ id }) => id)
    .filter((id) => !computed.has(id) && report.cells[id]?.state === 'blank');
}

/** Figures that the program proposed and nobody has taken yet. */
export const proposedCells = (report: Report): readonly CellId[] =>
  EDITIONS[report.edition].tables
    .flatMap(figuresOf)
    .map(({ id }) => id)
    .filter((id) => report.cells[id]?.proposed);

/** Characters without white space; one outside the basic plane counts as one. */
export function countCharacters(text: string): number {
  const dense = text.replace(/\s/g, '');
  return dense.length - (dense.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** Characters of a chapter as the notice counts them: without white space. */
export const characterCount = (report: Report, chapter: ChapterKey): number =>
  countCharacters(chapterText(report.chapters[chapter]));

/** The chapter that the notice limits, and its limit (国办公开办函〔2021〕30号: 原则上不超过一千字). */
export const LIMITED_CHAPTER = { chapter: '1', characters: 1000 } as const;

/** Whether nothing may be edited: another program holds the file, or the report is final. */
export const isLocked = (document: { readonly report: Report; readonly readOnly: boolean }): boolean =>
  document.readOnly || document.report.status === 'final';
