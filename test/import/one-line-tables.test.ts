// Pages copied without their markup: a whole table is one line of text, its cells apart by spaces.
import { expect, test } from 'vitest';
import { EDITIONS } from '../../shared/editions/index.ts';
import { printed } from './build-report.ts';
import { expectedOf, expectNothingSilent, importBytes } from './import-case.ts';

const CASES = ['seed-jiaxing-eco-2020', 'huaian-2024'] as const;

/** Labels broken by a space where the page broke the line: “规 章”. */
const broken = (line: string): string => line.replace('规章', '规 章').replace('商业企业', '商业 企业');

const lines = (name: (typeof CASES)[number]): readonly string[] => {
  const { organ, year, edition, cells } = expectedOf(name);
  const form = EDITIONS[edition];
  return [
    `${organ}${year}年政府信息公开工作年度报告`,
    ...form.chapters.map(({ key, number, title }) => {
      const tables = form.tables.filter(({ chapter }) => chapter === key);
      const words = tables.flatMap(({ rows }) => rows.flat().map(printed(cells)));
      return [`${number}、${title}`, ...words, ...(key === '5' ? ['解读形式单一。下一步加强培训。'] : [])].join(' ');
    }),
  ];
};

test.each(CASES)('%s is read whole from lines that hold a table each', async (name) => {
  const { cells, organ } = expectedOf(name);
  for (const text of [lines(name).join('\n'), broken(lines(name).join('\n')), lines(name).join(' ')]) {
    const proposal = await importBytes(text);
    expect(expectNothingSilent(proposal, cells)).toBeGreaterThan(Object.keys(cells).length * 0.9);
    expect(organ).toContain(proposal.report.organ);
    expect(JSON.stringify(proposal.report.chapters['5'])).toContain('解读形式单一。');
    expect(JSON.stringify(proposal.report.chapters['5'])).not.toContain('存在的主要问题');
  }
});
