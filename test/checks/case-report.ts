// Reports for the checks: real published ones from their figures and their prose, and small ones made on the spot.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { figures, EDITIONS } from '../../shared/editions/index.ts';
import { CHAPTERS } from '../../shared/editions/chapters.ts';
import { EMPTY_CHAPTER } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { readFigure } from '../../shared/model/number-cell.ts';
import {
  BLANK,
  CHAPTER_KEYS,
  type CellId,
  type CellValue,
  type ChapterKey,
  type Chapters,
  type EditionId,
  type Report,
} from '../../shared/model/report.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');

interface Expected {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, string | null>>;
}

const CASES = {
  seed: { figures: 'cases/seed-jiaxing-eco-2020', prose: 'cases/seed-jiaxing-eco-2020.txt', organ: '市生态环境局' },
  huaian: { figures: 'cases/huaian-2024', prose: 'cases/huaian-2024.txt', organ: '淮安市人民政府' },
  suqian2023: { figures: 'prose/suqian-2023', prose: 'prose/suqian-2023.narrative.txt', organ: '宿迁市' },
  suqian2024: { figures: 'prose/suqian-2024', prose: 'prose/suqian-2024.narrative.txt', organ: '宿迁市' },
  hangzhou: { figures: 'cases/hangzhou-like-2025', prose: 'cases/hangzhou-like-2025.html', organ: '测试市' },
} as const;

export type CaseName = keyof typeof CASES;

/** A published report: its figures as they were checked by hand, its prose as it was printed. */
export function caseReport(name: CaseName): Report {
  const { figures: figuresFile, prose, organ } = CASES[name];
  const expected = JSON.parse(readFileSync(resolve(fixtures, `${figuresFile}.expected.json`), 'utf8')) as Expected; // our own fixture
  const lines = proseLines(readFileSync(resolve(fixtures, prose), 'utf8'));
  const first = lines.findIndex(({ chapter }) => chapter !== null);
  const front = lines.slice(0, first).map(({ text }) => text);
  const titleAt = front.findIndex((line) => line.endsWith('报告'));
  const title = front.slice(0, titleAt + 1).join('') || `${organ}${expected.year}年政府信息公开工作年度报告`;
  const cells = Object.fromEntries(
    [...figures(EDITIONS[expected.edition]).keys()].map((id) => [id, cell(expected.cells[id] ?? null)]),
  );
  if (name === 'seed') cells['disclosure.procurement.amount'] = figureCell('22541145.2元');
  const chapters = chaptersFrom({ preface: front.slice(titleAt + 1) });
  for (const key of ['1', '5', '6'] as const) {
    chapters[key] = chapterFromLines(
      lines.filter(({ chapter, isTitle }) => chapter === key && !isTitle).map(({ text }) => text),
    );
  }
  return { organ, year: expected.year, edition: expected.edition, title, status: 'imported', cells, chapters };
}

interface Line {
  readonly text: string;
  readonly chapter: ChapterKey | null;
  readonly isTitle: boolean;
}

/** Paragraphs with their chapter. Wrapped lines of a PDF's text layer are joined: a paragraph begins with an indent. */
function proseLines(source: string): Line[] {
  const isPage = source.includes('<html') || source.includes('<p');
  const isWrapped = /\n {3,}一、/.test(source);
  const raw = isPage
    ? source
        .replace(/<(?:table|style|head)[\s\S]*?<\/(?:table|style|head)>/g, '')
        .replace(/<\/(?:p|h\d|div)>/g, '\n')
        .replace(/<[^>]*>/g, '')
    : source;
  const paragraphs = isWrapped ? unwrapped(raw) : raw.split('\n').map((line) => line.trim());
  let chapter: ChapterKey | null = null;
  return paragraphs
    .filter((text) => text !== '')
    .map((text) => {
      const found: ChapterKey | undefined = CHAPTERS.find(
        ({ number, title, titleVariants }) =>
          text.startsWith(`${number}、`) && [title, ...titleVariants].includes(text.slice(number.length + 1).trim()),
      )?.key;
      if (found) chapter = found;
      return { text, chapter, isTitle: found !== undefined };
    });
}

function unwrapped(source: string): string[] {
  const paragraphs: string[] = [];
  for (const line of source.split('\n')) {
    if (line.trim() === '' || /^\s*-\d+-\s*$/.test(line)) continue;
    const text = line.trim();
    const afterTitle = /^[一二三四五六]、.{4,20}$/.test(paragraphs.at(-1) ?? '');
    if (/^\s{3,}/.test(line) || paragraphs.length === 0 || afterTitle) paragraphs.push(text);
    else paragraphs.push(`${paragraphs.pop() ?? ''}${text}`);
  }
  return paragraphs;
}

const cell = (value: string | null): CellValue =>
  value === null ? BLANK : { state: 'number', value, raw: value, source: { kind: 'typed' } };

/** A cell as its text is read. */
export function figureCell(text: string): CellValue {
  const { state, value, note } = readFigure(text, 'amount');
  return { state, value, raw: text, ...(note ? { note } : {}), source: { kind: 'typed' } };
}

const chaptersFrom = (
  lines: Partial<Record<ChapterKey, readonly string[]>>,
): Record<ChapterKey, Chapters[ChapterKey]> =>
  Object.fromEntries(
    CHAPTER_KEYS.map((key) => [key, lines[key] ? chapterFromLines(lines[key]) : EMPTY_CHAPTER]),
  ) as Record<ChapterKey, Chapters[ChapterKey]>; // every key of CHAPTER_KEYS is set

export interface Made {
  readonly organ?: string;
  readonly year?: number;
  readonly title?: string;
  readonly status?: Report['status'];
  /** Figures by cell id; every other cell is `rest`. */
  readonly cells?: Readonly<Record<string, string | null>>;
  readonly rest?: string | null;
  readonly chapters?: Partial<Record<ChapterKey, readonly string[]>>;
}

/** A sound report with 0 in every cell, whole prose and nothing to find, changed as the test asks. */
export function madeReport({
  organ = '清河县财政局',
  year = 2024,
  title,
  status = 'imported',
  cells = {},
  rest = '0',
  chapters = {},
}: Made = {}): Report {
  const empty = emptyReport(organ, year);
  const all = Object.fromEntries(Object.keys(empty.cells).map((id) => [id, cell(rest)]));
  for (const [id, text] of Object.entries(cells)) all[id] = text === null ? BLANK : figureCell(text);
  return {
    ...empty,
    status,
    ...(title === undefined ? {} : { title }),
    cells: all,
    chapters: chaptersFrom({ ...SOUND, ...chapters }),
  };
}

const SOUND: Partial<Record<ChapterKey, readonly string[]>> = {
  preface: ['本报告依据《中华人民共和国政府信息公开条例》编制。'],
  '1': [
    '一年来，我局认真落实政府信息公开各项要求。',
    '（一）主动公开。围绕财政预决算及时公开。',
    '（二）依申请公开。畅通申请渠道，规范答复。',
    '（三）政府信息管理。严格审查发布。',
    '（四）平台建设。办好网站专栏。',
    '（五）监督保障。开展业务培训。',
  ],
  '5': ['存在的主要问题是解读形式单一。下一步将加强培训，改进解读方式。'],
  '6': ['本年度没有收取信息处理费。'],
};
