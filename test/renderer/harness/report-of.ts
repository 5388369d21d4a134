// TEST ONLY: a report from a fixture: its expected figures and its plain text.
import { EDITIONS, figures } from '../../../shared/editions/index.ts';
import { emptyReport } from '../../../shared/editions/empty-report.ts';
import { chapterFromLines } from '../../chapter-from-lines.ts';
import { readFigure } from '../../../shared/model/number-cell.ts';
import type { CellId, CellValue, ChapterKey, Report } from '../../../shared/model/report.ts';

interface Expected {
  readonly year: number;
  readonly cells: Readonly<Record<CellId, string | null>>;
}

export function reportOf(expected: Expected, organ: string, text: string): Report {
  const empty = emptyReport(organ, expected.year);
  const cells: Record<CellId, CellValue> = { ...empty.cells };
  for (const [id, figure] of figures(EDITIONS[empty.edition])) {
    const raw = expected.cells[id] ?? '';
    const { state, value, note } = readFigure(raw, figure.type);
    cells[id] = {
      state,
      value,
      raw,
      ...(note ? { note } : {}),
      source: { kind: 'imported', file: '2020年年报.docx', place: '第3个表格' },
    };
  }
  return { ...empty, status: 'imported', cells, chapters: { ...empty.chapters, ...chaptersOf(text) } };
}

function chaptersOf(text: string): Partial<Report['chapters']> {
  const lines: Record<string, string[]> = { preface: [] };
  let key = 'preface';
  for (const line of text.split('\n').map((one) => one.trim())) {
    const number = /^([一二三四五六])、/.exec(line)?.[1];
    if (number && line.length < 30 && !lines[String('一二三四五六'.indexOf(number) + 1)])
      lines[(key = String('一二三四五六'.indexOf(number) + 1))] = [];
    else if (line.length > 20) lines[key]?.push(line);
  }
  return Object.fromEntries(
    (['preface', '1', '5', '6'] as const satisfies ChapterKey[]).map((one) => [
      one,
      chapterFromLines(lines[one] ?? []),
    ]),
  );
}
