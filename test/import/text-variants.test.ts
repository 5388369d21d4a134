// Text on its way through clipboards and editors: where the cells can be known every figure is right, where they cannot it says so.
import { describe, expect, test } from 'vitest';
import {
  bareFirstCells,
  fillerRows,
  gridRows,
  ownRows,
  paragraphCells,
  pastedReport,
  PLAIN,
  printed,
  type Rows,
  textReport,
  tsvReport,
} from './build-report.ts';
import {
  caseFile,
  type ExpectedCase,
  expectAllRight,
  expectedOf,
  expectNothingSilent,
  importBytes,
  warnedCells,
} from './import-case.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import type { TableSpec } from '../../shared/editions/types.ts';

type Change = (text: string) => string;
const lines =
  (change: (lines: string[]) => string[]): Change =>
  (text) =>
    change(text.split('\n')).join('\n');

/** Nothing that tells the cells apart is lost. */
const CERTAIN: Readonly<Record<string, Change>> = {
  'as pasted': (text) => text,
  'CRLF and a byte order mark': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'trailing spaces trimmed': lines((all) => all.map((line) => line.replace(/[\s\u00a0]+$/, ''))),
  'leading spaces trimmed': lines((all) => all.map((line) => line.replace(/^[\s\u00a0]+/, ''))),
  'both sides trimmed': lines((all) => all.map((line) => line.trim())),
  'only tabs and spaces trimmed': lines((all) => all.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))),
  'every line doubled': (text) => text.replaceAll('\n', '\n\n'),
  'half-width brackets, no quotes': (text) =>
    text
      .replaceAll('\t（', '\t(')
      .replaceAll(/\t\(([一二三四五六七八])）/g, '\t($1) ')
      .replaceAll(/[“”]/g, ''),
  'full-width digits': (text) =>
    text.replaceAll(/^\t[\s\u00a0]*\d+[\s\u00a0]*$/gm, (cell) =>
      cell.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  'chapter titles lost': lines((all) => all.filter((line) => !/^[一二三四五六]、/.test(line))),
};

/** Something is lost: figures may be missing, none may be wrong without a word. */
const DOUBTFUL: Readonly<Record<string, Change>> = {
  'one character of labels wrong': (text) =>
    text
      .replace('属于国家秘密', '属於国家秘密')
      .replace('没有现成信息', '没有现成的信息')
      .replace('已获取信息', '已获取的信息'),
  'blank lines removed': lines((all) => all.map((line) => line.trim()).filter(Boolean)),
  'cells on one line, tabs as spaces': (text) => text.replaceAll(/\n(?=\t)/g, ' ').replaceAll(/[\t \u00a0]+/g, ' '),
};

describe('the pasted sample', () => {
  const expected = expectedOf('seed-jiaxing-eco-2020');
  const text = caseFile('seed-jiaxing-eco-2020.txt').toString('utf8');

  test.each(Object.entries(CERTAIN))('%s', async (_, change) => {
    const proposal = await importBytes(change(text));
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells).length).toBeLessThanOrEqual(9);
  });

  test.each(Object.entries(DOUBTFUL))('%s: nothing is silently wrong', async (_, change) => {
    expect(expectNothingSilent(await importBytes(change(text)), expected.cells)).toBeGreaterThan(130);
  });

  test.each(['utf16le', 'gb18030'])('saved as %s', async (encoding) => {
    const bytes =
      encoding === 'utf16le' ? Buffer.from(`\ufeff${text}`, 'utf16le') : gb18030(text.replaceAll('\u00a0', ' '));
    expectAllRight(await importBytes(bytes), expected.cells);
  });
});

describe.each(['seed-jiaxing-eco-2020', 'suqian-2023', 'huaian-2024'])('%s on the clipboard', (name) => {
  const expected = expectedOf(name);
  const forms = {
    browser: tsvReport(expected, ownRows),
    Excel: tsvReport(expected, gridRows),
    'with blanks for merged rows': tsvReport(expected, fillerRows),
    'cells a line': pastedReport(expected),
    'cells that were paragraphs': paragraphCells(expected),
    'cells a line, the first without its tab': bareFirstCells(expected, '\n'),
    'the same without empty lines': bareFirstCells(expected, ''),
    'page numbers between the rows': pastedReport(expected)
      .replaceAll(/\n(?=\t[\s\u00a0]*(?:[24]\.|（四）))/g, '\n— 3 —\n')
      .replaceAll(/\n(?=\t[\s\u00a0]*7\.)/g, '\n第 4 页 共 8 页\n'),
    'labels broken over lines inside their cells': tsvReport(expected, ownRows).replaceAll(
      /商业企业|社会公益组织|科研机构|自然人|不予公开|安全一稳定|（单位：万元）/g,
      (label) => label.replace(/^..(?=..)|^.(?=..$)/, '$&\n').replace('公益', '公益\n'),
    ),
    'comma-separated, as Excel saves it': csv(tsvReport(expected, gridRows)),
    'drawn with bars': tsvReport(expected, ownRows).replaceAll(
      /^.*\t.*$/gm,
      (row) => `| ${row.replaceAll('\t', ' | ')} |`,
    ),
    'a bar behind every cell': barred(expected, (cells) => `${cells.join(' | ')} |`),
    'rows with merged cells filled up with bars': textReport(expected, PLAIN, (table) =>
      table.rows.map((row) => {
        const missing = row.reduce((sum, { colspan }) => sum + colspan - 1, 0);
        return `${row.map(printed(expected.cells)).join(' | ')} | ${missing > 1 ? '|'.repeat(missing) : ''}`;
      }),
    ),
    'bars between the cells alone': barred(expected, (cells) => cells.join(' | ')),
    'a cell a line with its bar': barred(expected, (cells) => cells.map((cell) => `${cell} |`.trim()).join('\n')),
    'a cell a line with its bar, bars for merged cells behind the last': textReport(expected, PLAIN, (table) =>
      table.rows.map((row) => {
        const missing = row.reduce((sum, { colspan }) => sum + colspan - 1, 0);
        const cells = row.map((cell) => `${printed(expected.cells)(cell)} |`.trim()).join('\n');
        return missing > 0 ? `${cells} ${'|'.repeat(missing)}` : cells;
      }),
    ),
    'a cell a line, a bar on the next': barred(expected, (cells) =>
      cells.map((cell) => `${cell}\n|`.trim()).join('\n'),
    ),
    'rows of a bar at both ends, filled up for every merged cell': textReport(expected, PLAIN, (table) =>
      table.rows.map((row) => {
        const missing = row.reduce((sum, { colspan }) => sum + colspan - 1, 0);
        return `| ${row.map(printed(expected.cells)).join(' | ')} |${missing > 0 ? ` ${'|'.repeat(missing)}` : ''}`;
      }),
    ),
  };

  test.each(Object.entries(forms))('%s', async (_, text) => {
    const proposal = await importBytes(text);
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells)).toEqual([]);
  });

  test.each(Object.entries(forms))('%s, line ends trimmed', async (_, text) => {
    expectNothingSilent(await importBytes(text.replaceAll(/[\s\u00a0]+$/gm, '\n')), expected.cells);
  });

  test.each(Object.entries(forms))('%s, tabs as spaces', async (_, text) => {
    expectNothingSilent(await importBytes(text.replaceAll('\t', ' ')), expected.cells);
    expectNothingSilent(await importBytes(text.replaceAll('\t', '    ')), expected.cells);
  });
});

test.each(['seed-jiaxing-eco-2020', 'suqian-2023', 'huaian-2024'])(
  '%s a cell a line, empty lines between the cells of a row: full rows of 表二 and 表三 are right, also where a label shares a line with a figure; a page number is no figure',
  async (name) => {
    const expected = expectedOf(name);
    const apart = (gap: string, behind: string): string =>
      textReport(expected, PLAIN, (table) =>
        ownRows(table, printed(expected.cells)).map((row) => row.join(gap) + behind),
      );
    for (const text of [apart('\n\n', ''), apart('\n\n', '\n'), apart('\n\n\n', '')]) {
      const proposal = await importBytes(text);
      const right = expectNothingSilent(proposal, expected.cells);
      const blanks = Object.values(expected.cells).filter((value) => value === null).length;
      if (blanks === 0) expect(right).toBeGreaterThanOrEqual(Object.keys(expected.cells).length - 15);
      expectNothingSilent(await importBytes(text.replaceAll(/(\n\d+)(\n+[34]\.)/g, '$1\n\n7$2')), expected.cells);
      const sharing = text.replaceAll(/(\n[28]\.[^\n]+|行政处罚)\n+(?=\d)/g, '$1 ');
      expect(expectNothingSilent(await importBytes(sharing), expected.cells)).toBe(right);
    }
  },
);

test.each([
  ['two characters', 2],
  ['one character', 1],
])('a paragraph a cell, column heads in pieces of %s: all figures are right', async (_, length) => {
  const heads = /^(?:结果维持|结果纠正|其他结果|尚未审结|总计|商业企业|科研机构)$/;
  const inPieces = (cell: string): string =>
    heads.test(cell) ? (cell.match(new RegExp(`.{${length}}`, 'g')) ?? []).join('\n\n') : cell;
  const expected = expectedOf('suqian-2024');
  const text = textReport(expected, PLAIN, (table) =>
    ownRows(table, printed(expected.cells)).flatMap((row) => row.map((cell) => `${inPieces(cell)}\n`)),
  );
  expect(text).toMatch(/结(?:果)?\n\n/);
  const proposal = await importBytes(text);
  expectAllRight(proposal, expected.cells);
});

test('a page whose text says every word and every figure but once: no row without figures is blank without a word', async () => {
  const expected = expectedOf('suqian-2024');
  const said = new Set<string>();
  const text = textReport(expected, PLAIN, (table) =>
    ownRows(table, printed(expected.cells)).flatMap((row) =>
      row.filter((cell) => {
        const anew = cell !== '' && !said.has(cell);
        said.add(cell);
        return anew;
      }),
    ),
  );
  expectNothingSilent(await importBytes(text), expected.cells);
});

test('prose with half-width commas keeps them: it is no file of a spreadsheet', async () => {
  const expected = expectedOf('suqian-2024');
  const lines = ['2024年,本机关认真贯彻《条例》,全年公开信息716条。', '一是完善制度,二是加强培训,三是强化考核;'];
  const prose = EDITIONS['2021'].chapters.flatMap(({ number, title }) => [`${number}、${title}`, ...lines]);
  const proposal = await importBytes(['江城市民政局2024年政府信息公开工作年度报告', ...prose].join('\n'));
  expect(chapterText(proposal.report.chapters['1'])).toBe(lines.join('\n'));
  const saved = csv(tsvReport(expected, gridRows));
  expectAllRight(await importBytes(saved), expected.cells);
});

test('a table of contents with the numbers of pages is no table', async () => {
  const expected = expectedOf('suqian-2024');
  const contents = EDITIONS['2021'].chapters.map(({ number, title }, index) => `${number}、${title} ${index + 1}`);
  const proposal = await importBytes(
    pastedReport(expected).replace(/^(.*年度报告)$/m, `$1\n目 录\n${contents.join('\n')}`),
  );
  expectAllRight(proposal, expected.cells);
  expect(proposal.warnings.filter(({ code }) => code === 'label-unknown')).toEqual([]);
});

test('a row of long label and long figures between spaces is a row', async () => {
  const expected = expectedOf('suqian-2023');
  const cells = Object.fromEntries(
    Object.entries(expected.cells).map(([id, value]) => [
      id,
      id.startsWith('applications.other_no_supplement') ? (id.endsWith('total') ? '6660' : '1110') : value,
    ]),
  );
  const text = tsvReport({ ...expected, cells }).replaceAll('\t', ' ');
  const proposal = await importBytes(text);
  expect(proposal.report.cells['applications.other_no_supplement.natural']?.value).toBe('1110');
  expectNothingSilent(proposal, cells);
});

test.each(['suqian-2024', 'huaian-2024'])(
  '%s with the heads of each row joined to its label in one cell: every figure is right and certain',
  async (name) => {
    const expected = expectedOf(name);
    const proposal = await importBytes(tsvReport(expected, joinedRows));
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells).filter((id) => id.startsWith('applications'))).toEqual([]);
  },
);

/** “三、本年度办理结果（六）其他处理3.其他” in front of every row of figures. */
const joinedRows: Rows = (table, print) => {
  let open: { text: string; rest: number }[] = [];
  return table.rows.map((row) => {
    const own = row.flatMap((cell) => (cell.kind === 'label' && cell.role === 'row' ? [cell] : []));
    if (own.length === 0 && open.length === 0) return row.map(print);
    open = [...open, ...own.map((cell) => ({ text: print(cell), rest: cell.rowspan }))];
    const label = open.map(({ text }) => text).join('');
    open = open.map(({ text, rest }) => ({ text, rest: rest - 1 })).filter(({ rest }) => rest > 0);
    return [label, ...row.filter((cell) => cell.kind === 'figure').map(print)];
  });
};

/** Rows of tables in a form with bars; areas merged from above are blank cells. */
const barred = (expected: ExpectedCase, row: (cells: readonly string[]) => string): string =>
  textReport(expected, PLAIN, (table) => ownRows(table, printed(expected.cells)).map(row));

/** Every line of a comma-separated file has the commas of the widest. */
const csv = (text: string): string =>
  text
    .split('\n')
    .map((line) => [...line.split('\t'), ...Array.from({ length: 15 }, () => '')].slice(0, 15).join(','))
    .join('\r\n');

/** Two bytes for a Chinese character, by the decoder's own table. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [high, low]);
    }
  return Buffer.from(
    Array.from(text).flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]))),
  );
}

test.each(['seed-jiaxing-eco-2020', 'huaian-2024'])(
  '%s without the title of its third chapter is read by the caption',
  async (name) => {
    const expected = expectedOf(name);
    const cells = (table: TableSpec): string[] =>
      ownRows(table, printed(expected.cells)).flatMap((row) => row.map((cell) => `${cell || '/'} |`));
    const whole = textReport(expected, PLAIN, cells);
    const text = whole.replace(/^\s*三、.*\n/m, '');
    expect(text).not.toBe(whole);
    const proposal = await importBytes(text);
    expect(expectNothingSilent(proposal, expected.cells)).toBe(Object.keys(expected.cells).length);
  },
);
