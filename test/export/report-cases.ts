// Reports to lay out and export: the real cases, and one that is as hard as the form allows.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { EMPTY_CHAPTER, heading, type ChapterDoc } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import {
  BLANK,
  CHAPTER_KEYS,
  type CellId,
  type Chapters,
  type CellValue,
  type EditionId,
  type Report,
} from '../../shared/model/report.ts';

const folder = resolve(import.meta.dirname, '../fixtures/cases');

interface Expected {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, string | null>>;
}

export const number = (value: string, note?: string): CellValue => ({
  state: 'number',
  value,
  raw: value,
  ...(note ? { note } : {}),
  source: { kind: 'typed' },
});

const PROSE: Chapters = {
  preface: chapterFromLines([
    '本报告根据《中华人民共和国政府信息公开条例》（国令第711号）和国务院办公厅有关文件的要求编制。本报告所列数据的统计期限自1月1日起至12月31日止。',
  ]),
  '1': chapterFromLines([
    '一年来，本机关深入贯彻党中央、国务院关于全面推进政务公开的决策部署，坚持以公开为常态、不公开为例外，各项工作稳步推进。',
    '（一）主动公开情况。全年通过政府网站主动公开政府信息2861条，其中概况类信息540条，政务动态1044条，通过政务新媒体发布信息1277条。',
    '（二）依申请公开情况。全年收到政府信息公开申请28件，均按期答复。',
    '（三）政府信息管理',
    '规范政府信息的制作、获取、保存和处理，落实“先审查、后公开”制度。',
  ]),
  '2': EMPTY_CHAPTER,
  '3': chapterFromLines(['注：本表数据为本级数据，不含下属单位。']),
  '4': EMPTY_CHAPTER,
  '5': {
    type: 'doc',
    content: [
      heading(1, '（一）存在的主要问题'),
      ...chapterFromLines(['公开的内容不够丰富，解读的形式比较单一。']).content,
      heading(1, '（二）改进措施'),
      heading(2, '1.加强学习'),
      ...chapterFromLines(['组织专题培训，提高工作人员的业务能力。']).content,
    ],
  },
  '6': chapterFromLines(['本年度收取信息处理费0元。']),
};

/** A report with the figures of a case and plain prose. */
export function caseReport(name: string, chapters: Partial<Chapters> = {}): Report {
  const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected; // our own fixture
  const cells: Record<CellId, CellValue> = {};
  for (const id of figures(EDITIONS[expected.edition]).keys()) {
    const value = expected.cells[id] ?? null;
    cells[id] = value === null ? BLANK : number(value);
  }
  // the names of the cases carry remarks in brackets
  const organ = expected.organ.replace(/（.*$/, '');
  return {
    organ,
    year: expected.year,
    edition: expected.edition,
    title: `${organ}${expected.year}年度政府信息公开工作年度报告`,
    status: 'imported',
    cells,
    chapters: { ...PROSE, ...chapters },
  };
}

/** A draft in which nothing is filled in. */
export function emptyReport(): Report {
  const report = caseReport('huaian-2024');
  const ids = Object.keys(report.cells) as CellId[]; // keys of a record keyed by CellId
  const chapters = Object.fromEntries(CHAPTER_KEYS.map((key) => [key, EMPTY_CHAPTER])) as unknown as Chapters; // every key is there
  return { ...report, status: 'draft', title: '', cells: Object.fromEntries(ids.map((id) => [id, BLANK])), chapters };
}

export const CASES = ['hangzhou-like-2025', 'huaian-2024', 'seed-jiaxing-eco-2020'] as const;

export const FINGERPRINT = '0123456789abcdef';

const SENTENCE =
  '坚持以人民为中心的发展思想，围绕群众关切的就业、教育、医疗、社会保障等重点领域，持续加大公开力度，及时回应社会关切，不断提升政务公开的质量和实效';

/** So many paragraphs of ordinary official prose; each is about five lines long. */
export const longProse = (paragraphs: number): ChapterDoc =>
  chapterFromLines(
    Array.from({ length: paragraphs }, (_, index) => `第${index + 1}项工作，${SENTENCE}；${SENTENCE}。`),
  );
