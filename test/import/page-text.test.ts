// The text layer of a page: labels wrapped around their figures, columns kept apart by spaces; and text that has lost the order of its lines.
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../shared/editions/index.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import { PLAIN, type Printed, printed, textReport } from './build-report.ts';
import {
  type ExpectedCase,
  expectAllRight,
  expectedOf,
  expectNothingSilent,
  importBytes,
  warnedCells,
} from './import-case.ts';

type Where = 'first' | 'middle' | 'last';

interface PageForm {
  /** Characters that fit into the column of labels. */
  readonly width: number;
  /** The line of a wrapped label that its figures stand on. */
  readonly where: Where;
  readonly gap: string;
}

/** The rows of a table as lines of a page, the labels of groups left out. */
function pageRows(table: TableSpec, print: Printed, { width, where, gap }: PageForm): string[] {
  return table.rows.flatMap((row) => {
    const label = row.findLast((cell) => cell.kind === 'label');
    const figures = row.filter((cell) => cell.kind === 'figure').map(print);
    if (!label || figures.length === 0)
      return [row.map(print).join('  ') || figures.join(gap)].flatMap((line) =>
        figures.length > 0 ? [figures.join(gap)] : [line],
      );
    const pieces = label.text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    const at = { first: 0, middle: Math.floor(pieces.length / 2), last: pieces.length - 1 }[where];
    return pieces.map((piece, index) => (index === at ? `     ${piece}${gap}${figures.join(gap)}` : `     ${piece}`));
  });
}

const pageText = (expected: ExpectedCase, form: PageForm): string =>
  textReport(expected, PLAIN, (table) => pageRows(table, printed(expected.cells), form));

const FULL = expectedOf('suqian-2024');

describe.each([40, 12, 5])('labels wrapped after %d characters', (width) => {
  test.each(['first', 'middle', 'last'] as const)('the figures on the %s line', async (where) => {
    const proposal = await importBytes(pageText(FULL, { width, where, gap: '    ' }));
    expectAllRight(proposal, FULL.cells);
    expect(warnedCells(proposal, FULL.cells)).toEqual([]);
  });
});

test('one space between the figures, where a label fills its column', async () => {
  const text = pageText(FULL, { width: 12, where: 'first', gap: '    ' });
  const tight = text.replaceAll(/^.*(?:关政府|另行制|确认或).*$/gm, (line) => line.replaceAll(/ {4}(?=\d)/g, ' '));
  const proposal = await importBytes(tight);
  expectAllRight(proposal, FULL.cells);
});

test('radicals and compatibility characters are read as the characters they stand for', async () => {
  const text = pageText(FULL, { width: 40, where: 'first', gap: '    ' });
  const strange = text.replaceAll('行', '⾏').replaceAll('人', '⼈').replaceAll('民', '⺠').replaceAll('一', '⼀');
  const proposal = await importBytes(strange);
  expectAllRight(proposal, FULL.cells);
  expect(proposal.report.organ).toBe('临江市人民政府');
  expect(proposal.warnings).toEqual([]);
});

describe('lines that have lost their order', () => {
  test('figures below one label are not another row’s without a word', async () => {
    const columns = ['natural', 'company', 'research', 'welfare', 'legal', 'other', 'total'];
    const own = {
      rejected_petition: '9 0 3 2 0 0 14',
      rejected_repeat: '17 0 0 0 0 0 17',
      rejected_publication: '4 2 0 1 0 0 7',
    };
    const cells = {
      ...FULL.cells,
      ...Object.fromEntries(
        Object.entries(own).flatMap(([row, figures]) =>
          figures.split(' ').map((value, index) => [`applications.${row}.${columns[index]}`, value]),
        ),
      ),
    };
    const piece = [
      '1.信访举报投诉类申请\n\n9\n\n0 3 2 0 0 14\n\n2.重复申请\n\n17 0 0 0 0 0 17\n',
      '1.本机关不掌握相关政府信息\n\n（四）无法提\n2.没有现成信息需要另行制作\n供\n3.补正后申请内容仍不明确\n',
      '（五）不予处 3.要求提供公开出版物\n理\n4.无正当理由大量反复申请\n\n4\n\n2 0 1 0 0 7\n\n0\n\n0 0 0 0 2 2\n',
    ].join('\n');
    const text = pageText({ ...FULL, cells }, { width: 40, where: 'first', gap: '    ' });
    const scrambled = text.replace(/^.*1\.信访举报[^]*?(?=^.*5\.要求行政)/m, `${piece}\n`);
    expect(scrambled).not.toBe(text);
    expectNothingSilent(await importBytes(scrambled), cells);
  });

  const cells = (table: TableSpec, order: (label: string, figures: readonly string[]) => readonly string[]): string[] =>
    table.rows.flatMap((row) => {
      const figures = row.filter((cell) => cell.kind === 'figure').map(printed(FULL.cells));
      const label = row.findLast((cell) => cell.kind === 'label');
      return figures.length > 0 && label ? order(label.text, figures) : row.map(printed(FULL.cells));
    });
  const forms: Readonly<Record<string, (table: TableSpec) => string[]>> = {
    'figures in front of their label': (table) => cells(table, (label, figures) => [...figures, label]),
    'half of the figures in front': (table) =>
      cells(table, (label, figures) => [
        ...figures.slice(0, figures.length / 2),
        label,
        ...figures.slice(figures.length / 2),
      ]),
    'all labels, then all figures': (table) => [
      ...table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'label').map(({ text }) => text)),
      ...table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'figure').map(printed(FULL.cells))),
    ],
  };
  test.each(Object.entries(forms))('%s: nothing is silently wrong', async (_, form) => {
    expectNothingSilent(await importBytes(textReport(FULL, PLAIN, form)), FULL.cells);
    expectNothingSilent(await importBytes(textReport(FULL, PLAIN, form).replaceAll('\n', '\n\n')), FULL.cells);
  });
});

test('every edition has its rows told apart when only the beginnings of labels stand beside the figures', async () => {
  const expected = expectedOf('seed-jiaxing-eco-2020');
  const full: ExpectedCase = {
    ...expected,
    cells: Object.fromEntries(Object.entries(expected.cells).map(([id, value]) => [id, value ?? '0'])),
  };
  expect(EDITIONS[full.edition].id).toBe('2019');
  const proposal = await importBytes(pageText(full, { width: 4, where: 'first', gap: '    ' }));
  expectNothingSilent(proposal, full.cells);
});

test('rows in another order, each label on the lines above its figures, are doubtful', async () => {
  const labels = {
    4: ['4.保护第三方合法', '权益'],
    5: ['5.属于三类内部事', '务信息'],
    6: ['6.属于四类过程性', '信息'],
  } as const;
  const text = textReport(FULL, PLAIN, (table) =>
    table.rows.flatMap((row): string[] => {
      const label = row.findLast((cell) => cell.kind === 'label');
      const figures = row.filter((cell) => cell.kind === 'figure').map(printed(FULL.cells));
      const number = /^[456](?=\.(?:保护|属于三类|属于四类))/.exec(label?.text ?? '')?.[0];
      if (figures.length === 0 || !label) return [row.map(printed(FULL.cells)).join(' ')];
      return number
        ? [...labels[Number(number) as 4 | 5 | 6], figures.join(' ')] // the pattern allows these three
        : [`${label.text} ${figures.join(' ')}`];
    }),
  );
  const [four = '', five = ''] = [/4\.保护.*\n.*\n.*\n/, /5\.属于三类.*\n.*\n.*\n/].map(
    (one) => one.exec(text)?.[0] ?? '',
  );
  expect(four + five).toContain('务信息');
  const proposal = await importBytes(text.replace(four + five, five + four));
  expect(expectNothingSilent(proposal, FULL.cells)).toBeGreaterThan(180);
  expect(warnedCells(proposal, FULL.cells)).toContain('applications.denied_internal.natural');
});
