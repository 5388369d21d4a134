// A report as the JSON of the command line: every cell of the edition, the chapters as plain text.
import { figures, EDITIONS } from '../../../shared/editions/index.ts';
import type { ChapterSpec } from '../../../shared/editions/types.ts';
import { chapterText } from '../../../shared/model/chapter.ts';
import { BLANK, type CellId, type CellValue, type ChapterKey, type Report } from '../../../shared/model/report.ts';

export function reportJson(report: Report) {
  const { year, edition, organ, title, cells } = report;
  return { year, edition, organ, title, cells: cellsJson(report.edition, cells), chapters: chaptersJson(report) };
}

export function cellsJson(edition: Report['edition'], cells: Report['cells']): Record<CellId, unknown> {
  return Object.fromEntries([...figures(EDITIONS[edition]).keys()].map((id) => [id, cellJson(cells[id] ?? BLANK)]));
}

const cellJson = ({ state, value, raw, note }: CellValue) => ({ state, value, raw, ...(note ? { note } : {}) });

/** The preface and the chapters of text are always given; those of tables where text stands beside the table. */
export function chaptersJson({ edition, chapters }: Pick<Report, 'edition' | 'chapters'>): Record<string, string> {
  const keys = (kind: ChapterSpec['kind']): ChapterKey[] =>
    EDITIONS[edition].chapters.filter((chapter) => chapter.kind === kind).map(({ key }) => key);
  const beside = keys('table').filter((key) => chapterText(chapters[key]) !== '');
  return Object.fromEntries(
    ['preface' as const, ...keys('text'), ...beside].map((key) => [key, chapterText(chapters[key])]),
  );
}
