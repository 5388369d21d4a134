// A report as the JSON of the command line: every cell of the edition, the chapters as plain text.
import { figures, EDITIONS } from '../../../shared/editions/index.ts';
import { chapterText } from '../../../shared/model/chapter.ts';
import { BLANK, type CellId, type CellValue, type ChapterKey, type Report } from '../../../shared/model/report.ts';

/** Chapters that are always given; the others hold tables and are given where text stands beside the table. */
const TEXT_CHAPTERS = ['preface', '1', '5', '6'] as const satisfies readonly ChapterKey[];
const TABLE_CHAPTERS = ['2', '3', '4'] as const satisfies readonly ChapterKey[];

export function reportJson(report: Report) {
  const { year, edition, organ, title, cells } = report;
  return { year, edition, organ, title, cells: cellsJson(report.edition, cells), chapters: chaptersJson(report) };
}

export function cellsJson(edition: Report['edition'], cells: Report['cells']): Record<CellId, unknown> {
  return Object.fromEntries([...figures(EDITIONS[edition]).keys()].map((id) => [id, cellJson(cells[id] ?? BLANK)]));
}

const cellJson = ({ state, value, raw, note }: CellValue) => ({ state, value, raw, ...(note ? { note } : {}) });

export function chaptersJson({ chapters }: Pick<Report, 'chapters'>): Record<string, string> {
  const beside = TABLE_CHAPTERS.filter((key) => chapterText(chapters[key]) !== '');
  return Object.fromEntries([...TEXT_CHAPTERS, ...beside].map((key) => [key, chapterText(chapters[key])]));
}
