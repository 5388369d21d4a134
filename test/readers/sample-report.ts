// A report as plain data (figures of a real case, short prose), and what every reader must give back for it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EDITIONS } from '../../shared/editions/index.ts';
import type { FormEdition } from '../../shared/editions/types.ts';
import type { RawDocument, RawTable } from '../../shared/import/raw-document.ts';
import type { CellId, EditionId } from '../../shared/model/report.ts';

export interface SampleReport {
  readonly organ: string;
  readonly year: number;
  readonly edition: FormEdition;
  readonly title: string;
  /** Printed text of every figure cell; '' is blank. */
  readonly figures: ReadonlyMap<CellId, string>;
  readonly preface: string;
  /** Paragraphs of the chapters that are prose, by chapter key. */
  readonly prose: Readonly<Record<string, readonly string[]>>;
}

interface Expected {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly cells: Readonly<Record<CellId, string | null>>;
}

const CASES = resolve(import.meta.dirname, '../fixtures/cases');
export const OFFICE = resolve(import.meta.dirname, '../fixtures/office');

export const SAMPLES = ['huaian-2024', 'seed-jiaxing-eco-2020'] as const;

export function sampleReport(name: string): SampleReport {
  // the fixture is ours and has this shape
  const expected = JSON.parse(readFileSync(`${CASES}/${name}.expected.json`, 'utf8')) as Expected;
  const organ = expected.organ.replace(/（.*$/, '');
  return {
    organ,
    year: expected.year,
    edition: EDITIONS[expected.edition],
    title: `${organ}${expected.year}年政府信息公开工作年度报告`,
    figures: new Map(Object.entries(expected.cells).map(([id, value]) => [id as CellId, value ?? ''])), // keys of the fixture are cell ids
    preface: `本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自${expected.year}年1月1日至${expected.year}年12月31日。`,
    prose: {
      '1': [
        `${expected.year}年，本机关坚持以公开为常态、不公开为例外，各项工作稳步推进。`,
        '（一）主动公开情况。通过门户网站公开政府信息2861条，其中概况类信息540条。',
        '（二）依申请公开情况。规范办理每一件申请，按期答复率100%。',
      ],
      '5': ['公开的内容还不够丰富。', '下一步将加强培训，提高解读的质量。'],
      '6': ['本年度没有收取信息处理费。'],
    },
  };
}

/** The rows of a table of the form with the figures filled in, merged-away cells absent: what a reader of exact cells must give. */
export const filledRows = (sample: SampleReport, table: number): string[][] =>
  (sample.edition.tables[table]?.rows ?? []).map((row) =>
    row.map((cell) => (cell.kind === 'label' ? cell.text : (sample.figures.get(cell.id) ?? ''))),
  );

export const tablesOf = (document: RawDocument): readonly RawTable[] =>
  document.blocks.filter((block) => block.kind === 'table');

/** Texts of the cells, line ends inside a cell left out. */
export const tableTexts = (table: RawTable | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.map((cell) => cell.text.replaceAll('\n', '')));

export const proseOf = (document: RawDocument): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text.replaceAll('\n', '')]));

export const unwrap = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly message: string } },
): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
