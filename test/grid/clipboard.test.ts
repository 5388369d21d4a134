// Blocks of cells on the clipboard, and what pasting them does.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyRange, parseTsv, readBlock, toTsv } from '../../renderer/grid/clipboard.ts';
import { planPaste } from '../../renderer/grid/paste-plan.ts';
import { at, between, type Selection, wholeTable } from '../../renderer/grid/selection.ts';
import type { EditionId, Report } from '../../shared/model/report.ts';
import type { TableId } from '../../shared/editions/types.ts';
import { withTotals } from '../../shared/editions/totals.ts';
import { findTable } from './html-tables.ts';
import { byCell, numbered, place, reportWith, tableOf, targetOf, typed } from './samples.ts';

const block = (text: string, html = '') => {
  const read = readBlock({ text, html }, findTable);
  if (!read) throw new Error('nothing on the clipboard');
  return read;
};
const tsv = (...rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;
const pasteAt = (report: Report, table: TableId, id: Parameters<typeof place>[1], text: string, html = '') =>
  planPaste(targetOf(report, table, at(place(tableOf(report.edition, table).layout, id))), block(text, html));

describe('text with tabs', () => {
  test('is read with quotes, line ends inside quotes, and with or without a last line end', () => {
    expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseTsv('1\t2\n3\t4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseTsv('"a\nb"\t"say ""1"""')).toEqual([['a\nb', 'say "1"']]);
    expect(parseTsv('\t\r\n')).toEqual([['', '']]);
    expect(parseTsv('12"\t3')).toEqual([['12"', '3']]);
    expect(parseTsv('"12\t3')).toEqual([['"12', '3']]);
  });

  test('comes back as it was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parseTsv(`${toTsv(rows)}\r\n`)).toEqual(rows);
      }),
    );
  });
});

describe('an HTML table', () => {
  const merged = '<table><tr><td>行政许可</td><td colspan=3 align=right>58</td></tr></table>';

  test('tells which cells are merged; the text beside it gives the figures', () => {
    expect(block('行政许可\t58\t\t\r\n', merged)).toEqual({
      rows: [['行政许可', '58', null, null]],
      width: 4,
      merges: 'some',
    });
  });

  test('with senseless spans is read without harm', () => {
    const read = block('', '<table><tr><td rowspan=0 colspan=999999999>1</td></tr></table>');
    expect(read.width).toBeLessThanOrEqual(100);
  });

  test('without any table, or nothing at all, is nothing to paste', () => {
    expect(readBlock({ text: '', html: '<p>1</p>' }, findTable)).toBeNull();
    expect(readBlock({ text: '', html: '' }, findTable)).toBeNull();
  });
});

describe('a block of figures', () => {
  const empty = reportWith('2021', {});

  test('lands from the selected cell on, full-width digits and separators read, blanks kept blank', () => {
    const plan = pasteAt(
      empty,
      'applications',
      'applications.granted.natural',
      tsv(['31', '３２', '1,033'], ['', '0', '43']),
    );
    expect(byCell(plan.edits)).toEqual({
      'applications.granted.natural': '31',
      'applications.granted.company': '３２',
      'applications.granted.research': '1,033',
      'applications.partial.natural': '',
      'applications.partial.company': '0',
      'applications.partial.research': '43',
    });
    expect(plan.needsConfirm).toBe(false);
  });

  test('makes filled cells blank only where it says so', () => {
    const report = reportWith('2021', { 'applications.granted.natural': '5' });
    const plan = pasteAt(report, 'applications', 'applications.granted.natural', tsv(['', '2']));
    expect(plan.cleared).toEqual(['applications.granted.natural']);
    expect(plan.summary).toContain('其中1格由有数变为空白');
  });

  test('leaves computed totals alone and says so', () => {
    const plan = pasteAt(empty, 'applications', 'applications.new.other', tsv(['77', '77']));
    expect(byCell(plan.edits)).toEqual({ 'applications.new.other': '77' });
    expect(plan.skipped).toEqual([
      expect.objectContaining({ cell: 'applications.new.total', text: '77', computed: '77', differs: false }),
    ]);
    expect(plan.summary).toBe('粘贴1格；1格总计由程序自动计算，没有改动。');
    expect(plan.needsConfirm).toBe(false);
  });

  test('whose total is not the sum of its parts is shown before it is pasted', () => {
    const plan = pasteAt(empty, 'applications', 'applications.new.other', tsv(['77', '78']));
    expect(plan.needsConfirm).toBe(true);
    expect(plan.summary).toContain('总计 粘贴的是78，计算的是77');
  });

  test('with something that is no figure pastes the rest only after a look, and names the cell and the reason', () => {
    const plan = pasteAt(empty, 'applications', 'applications.new.natural', tsv(['12', '无', '3件']));
    expect(byCell(plan.edits)).toEqual({ 'applications.new.natural': '12' });
    expect(plan.refused.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['applications.new.company', '“无”不是数字'],
      ['applications.new.research', '“3件”带有单位“件”，格内只填数字'],
    ]);
    expect(plan.needsConfirm).toBe(true);
  });

  test('that runs out of the table is shown with what has no cell', () => {
    const plan = pasteAt(empty, 'applications', 'applications.carried_out.natural', tsv(['1'], ['2'], ['3']));
    expect(byCell(plan.edits)).toEqual({ 'applications.carried_out.natural': '1' });
    expect(plan.strays).toEqual(['2', '3']);
    expect(plan.needsConfirm).toBe(true);
  });

  test('is repeated in a selection that is a multiple of it', () => {
    const { layout } = tableOf('2021', 'applications');
    const selection = between(
      place(layout, 'applications.new.natural'),
      place(layout, 'applications.carried_in.company'),
    );
    const one = planPaste(targetOf(empty, 'applications', selection), block('0'));
    expect(Object.values(byCell(one.edits))).toEqual(['0', '0', '0', '0']);
    const row = planPaste(targetOf(empty, 'applications', selection), block(tsv(['1', '2'])));
    expect(Object.values(byCell(row.edits))).toEqual(['1', '2', '1', '2']);
  });

  test('of cells that are not merged fills merged figures one by one', () => {
    const old = reportWith('2019', {});
    const html = '<table><tr><td>10</td><td></td><td>58</td></tr></table>';
    const plan = pasteAt(old, 'disclosure', 'disclosure.license.prev_items', tsv(['10', '', '58']), html);
    expect(byCell(plan.edits)).toEqual({
      'disclosure.license.prev_items': '10',
      'disclosure.license.delta': '',
      'disclosure.license.decisions': '58',
    });
    expect(plan.needsConfirm).toBe(false);
  });

  test('that may be merged cells or single ones is shown first', () => {
    const old = reportWith('2019', {});
    const plan = pasteAt(old, 'disclosure', 'disclosure.license.prev_items', tsv(['10', '', '58']));
    expect(plan.needsConfirm).toBe(true);
  });
});

/** The whole printed form with figures as text: what copying the table from Excel or a web page gives. */
function wholeForm(report: Report, table: TableId): string[][] {
  const { layout } = tableOf(report.edition, table);
  return layout.at.map((line, row) =>
    line.map((cell, column) => {
      if (!cell || cell.row !== row || cell.column !== column) return '';
      return cell.kind === 'label' ? cell.text : (report.cells[cell.id]?.value ?? '');
    }),
  );
}

const TABLES: readonly (readonly [EditionId, TableId])[] = [
  ['2021', 'disclosure'],
  ['2021', 'applications'],
  ['2021', 'proceedings'],
  ['2019', 'disclosure'],
  ['2019', 'applications'],
  ['2019', 'proceedings'],
];

describe.each(TABLES)('%s %s with its labels', (edition, table) => {
  const report = numbered(edition);
  const { layout, edition: form } = tableOf(edition, table);
  const empty = reportWith(edition, {});
  const open = layout.figures.filter(
    ({ id }) => !targetOf(report, table, wholeTable(layout)).isLocked({ id } as never),
  );
  const wanted = Object.fromEntries(open.map(({ id }) => [id, report.cells[id]?.value]));

  test('lands exactly, wherever the selection is', () => {
    const last = layout.figures.at(-1);
    const plan = planPaste(
      targetOf(empty, table, at(last ?? { row: 0, column: 0 })),
      block(tsv(...wholeForm(report, table))),
    );
    expect(byCell(plan.edits)).toEqual(wanted);
    expect(plan.skipped.filter(({ differs }) => differs)).toEqual([]);
    expect(plan.needsConfirm).toBe(false);
  });

  test('lands exactly without its first rows and with an empty line between', () => {
    const rows = wholeForm(report, table);
    const head = layout.headRows === 0 ? 1 : 2;
    const text = tsv([], ...rows.slice(head));
    const plan = planPaste(targetOf(empty, table, wholeTable(layout)), block(text));
    expect(byCell(plan.edits)).toEqual(wanted);
  });

  test('a copy pasted where it was copied changes nothing', () => {
    const pick = fc.nat({ max: layout.figures.length - 1 });
    fc.assert(
      fc.property(pick, pick, fc.boolean(), (from, to, withHtml) => {
        const [anchor, head] = [layout.figures[from], layout.figures[to]];
        if (!anchor || !head) throw new Error('no such figure');
        const selection: Selection = between(anchor, head);
        const target = targetOf(report, table, selection);
        const copied = copyRange(layout, report.cells, target.selected);
        const plan = planPaste(target, block(copied.text, withHtml ? copied.html : ''));
        for (const { cell, text } of plan.edits) expect([cell, text]).toEqual([cell, report.cells[cell]?.value]);
        const set = Object.fromEntries(plan.edits.map(({ cell, text }) => [cell, typed(text)]));
        expect(withTotals(form, report.cells, set)).toEqual({ ...report.cells, ...set });
        expect(plan.strays).toEqual([]);
        expect(plan.refused).toEqual([]);
      }),
    );
  });
});

describe('labels in the block', () => {
  const empty = reportWith('2021', {});

  test('put two rows into their places though the rows between are missing', () => {
    const text = tsv(
      ['2.重复申请', '3', '0', '0', '0', '0', '0'],
      ['（七）总计', '9', '', '', '', '', ''],
      ['1.属于国家秘密', '6', '', '', '', '', ''],
    );
    const plan = pasteAt(empty, 'applications', 'applications.new.natural', text);
    expect(byCell(plan.edits)).toMatchObject({
      'applications.rejected_repeat.natural': '3',
      'applications.rejected_repeat.other': '0',
      'applications.denied_state_secret.natural': '6',
    });
    expect(plan.edits.some(({ cell }) => cell.startsWith('applications.new'))).toBe(false);
    expect(plan.by).toBe('labels');
    expect(plan.needsConfirm, 'the column of totals is missing').toBe(true);
  });

  test('column heads in another order decide the column', () => {
    const text = tsv(['', '总计', '自然人', '科研机构'], ['一、本年新收政府信息公开申请数量', '5', '4', '1']);
    const plan = pasteAt(empty, 'applications', 'applications.granted.natural', text);
    expect(byCell(plan.edits)).toEqual({ 'applications.new.natural': '4', 'applications.new.research': '1' });
    expect(plan.skipped).toEqual([expect.objectContaining({ text: '5', computed: '5', differs: false })]);
    expect(plan.needsConfirm).toBe(false);
  });

  test('decide the column also where the block is as wide as the form but its columns stand in another order', () => {
    const heads = ['', '', '', '总计', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    const text = tsv(heads, ['一、本年新收政府信息公开申请数量', '', '', '21', '1', '2', '3', '4', '5', '6']);
    const plan = pasteAt(empty, 'applications', 'applications.granted.natural', text);
    expect(byCell(plan.edits)).toMatchObject({ 'applications.new.natural': '1', 'applications.new.other': '6' });
    expect(plan.skipped).toEqual([expect.objectContaining({ text: '21', computed: '21', differs: false })]);
  });

  test('in other words than the form’s are accepted where the edition knows them', () => {
    const plan = pasteAt(empty, 'disclosure', 'disclosure.rules.made', tsv(['规范性文件', '8', '26', '66']));
    expect(byCell(plan.edits)).toEqual({
      'disclosure.normative.made': '8',
      'disclosure.normative.repealed': '26',
      'disclosure.normative.valid': '66',
    });
  });

  test('of a row that the table does not have are shown first', () => {
    const text = tsv(['行政许可', '58'], ['其他对外管理服务事项', '42']);
    const plan = pasteAt(empty, 'disclosure', 'disclosure.rules.made', text);
    expect(byCell(plan.edits)).toEqual({ 'disclosure.license.decisions': '58' });
    expect(plan.strays).toEqual(['42']);
    expect(plan.needsConfirm).toBe(true);
  });

  test('a part of 表四 whose heads stand three times in the form is shown first', () => {
    const text = tsv(['结果维持', '结果纠正'], ['1', '2']);
    const plan = pasteAt(empty, 'proceedings', 'proceedings.direct.maintained', text);
    expect(plan.needsConfirm).toBe(true);
  });
});
