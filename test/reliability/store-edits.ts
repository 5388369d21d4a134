// Edits that the reliability tests make over and over, and the document they start from.
import type { NewDocument } from '../../electron/core/store/document-store.ts';
import type { DocumentStore } from '../../electron/core/store/document-store.ts';
import { EMPTY_CHAPTER, paragraph } from '../../shared/model/chapter.ts';
import type { Change } from '../../shared/model/edit.ts';
import { BLANK, type CellId, type Report } from '../../shared/model/report.ts';

const EDITED: CellId = 'applications.new.natural';

export function setCellTo(store: DocumentStore, value: string, cell: CellId = EDITED): Change {
  const before = store.snapshot().report.cells[cell] ?? BLANK;
  const after = { state: 'number', value, raw: value, source: { kind: 'typed' } } as const;
  return { label: `填写 ${value}`, edits: [{ kind: 'cell', cell, before, after }] };
}

export function setProseTo(store: DocumentStore, ...lines: string[]): Change {
  const before = store.snapshot().report.chapters['1'];
  const after = { type: 'doc', content: lines.map(paragraph) } as const;
  return { label: '修改文字', edits: [{ kind: 'chapter', chapter: '1', before, after }] };
}

const report = (year: number): Report => ({
  organ: '嘉禾市生态环境局',
  year,
  edition: '2021',
  title: `嘉禾市生态环境局${year}年政府信息公开工作年度报告`,
  status: 'draft',
  cells: { [EDITED]: { state: 'number', value: '12', raw: '12', source: { kind: 'typed' } } },
  chapters: {
    preface: EMPTY_CHAPTER,
    '1': { type: 'doc', content: Array.from({ length: 40 }, (_, index) => paragraph(`第${index}段。`.repeat(30))) },
    '2': EMPTY_CHAPTER,
    '3': EMPTY_CHAPTER,
    '4': EMPTY_CHAPTER,
    '5': { type: 'doc', content: [paragraph('存在的问题。')] },
    '6': EMPTY_CHAPTER,
  },
});

export const someDocument = (): NewDocument => ({
  report: report(2025),
  previous: report(2024),
  label: '新建',
  source: { name: '年报.docx', bytes: new Uint8Array(20_000).map((_, index) => (index * 7919) % 251), note: '' },
});
