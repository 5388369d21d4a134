// Files of our own making: figures carried by name, and a whole report.
import { describe, expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import { htmlReport } from './build-report.ts';
import { expectedOf, importBytes } from './import-case.ts';

const present = expectedOf('suqian-2024');
const codes = ({ warnings }: ImportProposal): string[] => warnings.map(({ code }) => code);

describe('a file that carries its figures by name', () => {
  const carried = async (change: (text: string) => string): Promise<ImportProposal> => {
    const read = await readSourceBytes(Buffer.from(htmlReport(present)), 'a.html');
    if (!read.ok) throw new Error(read.error.message);
    const namedCells = Object.entries(present.cells).map(([id, text]) => ({
      id,
      cell: { text: id === 'applications.new.natural' ? change(text ?? '') : (text ?? ''), place: '自带的数据' },
    }));
    const own = matchDocument(
      { ...read.value, meta: { format: 'nianbao', edition: '2021' }, namedCells },
      { fileName: 'a' },
    );
    if (!own.ok) throw new Error(own.error.message);
    return own.value;
  };

  test('shows each beside the row that it is printed in', async () => {
    const { origins, blocks, warnings } = await carried((text) => text);
    const { block, row = -1 } = origins['applications.new.natural'] ?? { block: -1 };
    const printed = blocks[block];
    expect(printed?.kind === 'table' && printed.rows[row]?.map(({ text }) => text)).toContain(
      '一、本年新收政府信息公开申请数量',
    );
    expect(warnings).toEqual([]);
  });

  test('is doubted in the row where it shows another figure than it carries', async () => {
    const { report, warnings } = await carried((text) => `${text}9`);
    const printed = present.cells['applications.new.natural'];
    expect(report.cells['applications.new.natural']?.value).toBe(`${printed}9`);
    expect(warnings).toEqual([
      { code: 'value-odd', cell: 'applications.new', message: expect.stringContaining(`“${printed}”与“${printed}9”`) },
    ]);
  });
});

test('our own report is taken whole', async () => {
  const { report } = await importBytes(htmlReport(present), 'a.html');
  const result = matchDocument(
    { kind: 'nianbao', blocks: [], remarks: [], report },
    { fileName: 'a.nianbao', edition: '2019' },
  );
  expect(result.ok && result.value.report).toEqual({ ...report, status: 'imported' });
  expect(result.ok && codes(result.value)).toEqual(['edition-contradicts']);
});
