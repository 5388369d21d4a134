// Tables whose columns or rows are not the form's: in another order, without heads, with a cell or a total lost. No figure may be wrong in silence.
import { describe, expect, test } from 'vitest';
import type { FormCell, TableSpec } from '../../shared/editions/types.ts';
import { htmlTable, ownRows, PLAIN, type Printed, printed, textReport } from './build-report.ts';
import {
  type ExpectedCase,
  expectedOf,
  expectNothingSilent,
  importBytes,
  isWarned,
  warnedCells,
} from './import-case.ts';

/** Every figure another one, and all sums right: a figure in the wrong place shows. */
const CELLS: ExpectedCase['cells'] = Object.fromEntries(
  Object.keys(expectedOf('huaian-2024').cells).map((id, index) => [id, String(index + 1)]),
);
const REPORT: ExpectedCase = { ...expectedOf('huaian-2024'), cells: withSums(CELLS) };

function withSums(cells: Readonly<Record<string, string | null>>): ExpectedCase['cells'] {
  const sums: Record<string, string | null> = { ...cells };
  for (const id of Object.keys(cells).filter((one) => one.endsWith('.total'))) {
    const row = id.replace(/total$/, '');
    const parts = Object.keys(cells).filter((one) => one.startsWith(row) && one !== id);
    sums[id] = String(parts.reduce((sum, part) => sum + Number(cells[part]), 0));
  }
  return sums;
}

type Change = (rows: FormCell[][]) => FormCell[][];

const isLabel = (row: readonly FormCell[], text: string): boolean =>
  row.some((cell) => cell.kind === 'label' && cell.text === text);

const swapIn = (row: FormCell[], a: number, b: number): FormCell[] => {
  const cells = [...row];
  const [first, second] = [cells[a], cells[b]];
  if (first && second) [cells[a], cells[b]] = [second, first];
  return cells;
};

/** The columns of a table changed about, with their heads in the first row that has both. */
const swapped =
  (head: string, other: string, a: number, b: number): Change =>
  (rows) => {
    const heads = rows.findIndex((row) => isLabel(row, head) && isLabel(row, other));
    return rows.map((row, index) => {
      const placeOf = (text: string): number => row.findIndex((cell) => cell.kind === 'label' && cell.text === text);
      if (index === heads) return swapIn(row, placeOf(head), placeOf(other));
      const first = row.findIndex((cell) => cell.kind === 'figure');
      return first >= 0 && row.length - first > b ? swapIn(row, first + a, first + b) : row;
    });
  };

const withoutHeads =
  (first: string): Change =>
  (rows) =>
    rows.filter((row) => !isLabel(row, first) && row.some((cell) => cell.kind === 'figure'));

/** A figure lost, and a blank cell at the end of its row. */
const lost =
  (id: string): Change =>
  (rows) =>
    rows.map((row) =>
      row.some((cell) => cell.kind === 'figure' && cell.id === id)
        ? [
            ...row.filter((cell) => cell.kind !== 'figure' || cell.id !== id),
            { kind: 'label', text: '', role: 'row', colspan: 1, rowspan: 1 },
          ]
        : row,
    );

const CHANGES: Readonly<Record<string, { readonly table: TableSpec['id']; readonly change: Change }>> = {
  '表三, two columns changed about': { table: 'applications', change: swapped('商业企业', '科研机构', 1, 2) },
  '表三, columns far apart changed about': { table: 'applications', change: swapped('商业企业', '其他', 1, 5) },
  '表一, two columns changed about': { table: 'disclosure', change: swapped('本年制发件数', '现行有效件数', 0, 2) },
  '表四, two columns changed about': { table: 'proceedings', change: swapped('结果维持', '结果纠正', 0, 1) },
  '表三, the first two rows changed about': {
    table: 'applications',
    change: (rows) => {
      const at = rows.findIndex((row) => row.some((cell) => cell.kind === 'figure'));
      return rows.map((row, index) => (index === at ? rows[at + 1] : index === at + 1 ? rows[at] : row) ?? row);
    },
  },
  '表三, a cell lost and a blank one behind': { table: 'applications', change: lost('applications.partial.research') },
  '表四, a cell lost and a blank one behind': { table: 'proceedings', change: lost('proceedings.direct.corrected') },
  '表四, the first of its upper heads lost': {
    table: 'proceedings',
    change: (rows) =>
      rows.map((row) =>
        row.map((cell) => (cell.kind === 'label' && cell.text === '行政复议' ? { ...cell, text: '' } : cell)),
      ),
  },
  '表三 without heads, two columns changed about': {
    table: 'applications',
    change: (rows) => withoutHeads('自然人')(swapped('商业企业', '科研机构', 1, 2)(rows)),
  },
  '表四 without heads, two columns changed about': {
    table: 'proceedings',
    change: (rows) => withoutHeads('行政复议')(swapped('结果维持', '结果纠正', 0, 1)(rows)),
  },
};

const lines = (table: TableSpec, print: Printed): string[] => ownRows(table, print).flat();

const WIDTHS = { disclosure: 20, applications: 14, proceedings: 9 } as const;

/** As the text layer of a page has it: each head over its column. */
const page = (table: TableSpec, print: Printed): string[] =>
  table.rows.flatMap((row) => {
    const over = row.filter((cell) => cell.kind === 'figure' || cell.role === 'column');
    const label = row.findLast((cell) => cell.kind === 'label' && cell.role === 'row');
    const space = (text: string, width: number): string =>
      text.padEnd(width - (text.match(/[^\x20-\x7e]/g) ?? []).length);
    const width = WIDTHS[table.id];
    const columns = over.map((cell) => space(print(cell), width * cell.colspan)).join('');
    // heads that divide the ones above begin under those
    const under = isLabel(row, '科研机构')
      ? 1
      : isLabel(row, '总计') && !isLabel(row, '未经复议直接起诉') && table.id === 'proceedings'
        ? 5
        : 0;
    const beside = { disclosure: 30, applications: 50, proceedings: 0 }[table.id];
    if (!label) return [' '.repeat(table.id === 'disclosure' ? 0 : beside + under * width) + columns];
    const text = print(label);
    return [space(text.slice(0, 24), beside) + columns, ...(text.length > 24 ? [text.slice(24)] : [])];
  });

const FORMS: Readonly<
  Record<string, { readonly file: string; readonly write: (table: TableSpec, print: Printed) => string[] }>
> = {
  'web page': { file: 'a.html', write: (table, print) => [htmlTable(table, print)] },
  'rows of cells': { file: 'a.txt', write: (table, print) => ownRows(table, print).map((row) => row.join('\t')) },
  'a cell a line': { file: 'a.txt', write: lines },
  'text layer': { file: 'a.txt', write: page },
};

describe.each(Object.entries(FORMS))('%s', (_, { file, write }) => {
  test('the form itself needs no warning', async () => {
    const text = textReport(REPORT, PLAIN, (table) => write(table, printed(REPORT.cells)));
    const proposal = await importBytes(file === 'a.html' ? `<html>${asParagraphs(text)}</html>` : text, file);
    expect(expectNothingSilent(proposal, REPORT.cells)).toBe(Object.keys(REPORT.cells).length);
    expect(warnedCells(proposal, REPORT.cells)).toEqual([]);
  });

  test.each(Object.entries(CHANGES))('%s', async (name, { table: id, change }) => {
    const text = textReport(REPORT, PLAIN, (table) =>
      write(
        table.id === id ? { ...table, rows: change(table.rows.map((row) => [...row])) } : table,
        printed(REPORT.cells),
      ),
    );
    const proposal = await importBytes(file === 'a.html' ? `<html>${asParagraphs(text)}</html>` : text, file);
    expectNothingSilent(proposal, REPORT.cells);
    if (name.includes('without heads'))
      expect(isWarned(proposal, id === 'proceedings' ? 'proceedings.review.total' : 'applications.new.natural')).toBe(
        true,
      );
  });
});

const asParagraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`))
    .join('\n');

test.each([
  ['行政许可', 'disclosure.license.decisions'],
  ['规章', 'disclosure.rules.made'],
] as const)('%s, a row that stands twice in a text with other figures, is doubtful', async (label, id) => {
  const text = textReport(REPORT, PLAIN, (table) =>
    ownRows(table, printed(REPORT.cells)).map((row) => row.join('  ')),
  ).replace(new RegExp(`^${label}( +\\d+)+$`, 'm'), (line) => `${line.replaceAll(/\d+/g, '9876')}\n${line}`);
  const proposal = await importBytes(text);
  expectNothingSilent(proposal, REPORT.cells);
  expect(isWarned(proposal, id)).toBe(true);
});

test.each([true, false])('表四 turned on its side, with the names of its groups: %s', async (named) => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const keys = ['maintained', 'corrected', 'other', 'pending', 'total'];
  const groups = [
    ['行政复议', 'review'],
    ['未经复议直接起诉', 'direct'],
    ['复议后起诉', 'after_review'],
  ] as const;
  const rows = groups.flatMap(([name, group]) =>
    heads.map((head, index) => {
      const first = index === 0 && named ? `<td rowspan="5">${name}</td>` : '';
      return `<tr>${first}<td>${head}</td><td>${REPORT.cells[`proceedings.${group}.${keys[index]}`]}</td></tr>`;
    }),
  );
  const text = textReport(REPORT, PLAIN, (table) =>
    table.id === 'proceedings' ? [`<table>${rows.join('')}</table>`] : [htmlTable(table, printed(REPORT.cells))],
  );
  const proposal = await importBytes(`<html>${asParagraphs(text)}</html>`, 'a.html');
  expect(expectNothingSilent(proposal, REPORT.cells)).toBe(Object.keys(REPORT.cells).length);
  expect(warnedCells(proposal, REPORT.cells).length).toBe(named ? 0 : 15);
});
