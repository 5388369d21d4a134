// What a cell shows and says.
import { expect, test } from 'vitest';
import { totalLine } from '../../renderer/grid/equation-line.ts';
import {
  locksOf,
  marksOf,
  previousCells,
  previousView,
  proposalText,
  sameMark,
  sourceName,
} from '../../renderer/grid/grid-model.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import { BLANK } from '../../shared/model/report.ts';
import { numbered, reportWith, tableOf, typed } from './samples.ts';

const form = EDITIONS['2021'];

test('every figure of the form has its place, its heads and a name of its own', () => {
  for (const edition of ['2019', '2021'] as const) {
    for (const id of ['disclosure', 'applications', 'proceedings'] as const) {
      const { layout } = tableOf(edition, id);
      expect(new Set(layout.figures.map(({ label }) => label)).size).toBe(layout.figures.length);
      for (const figure of layout.figures) {
        const heads = figure.headers.split(' ').map((head) => layout.rows.flat().find(({ domId }) => domId === head));
        expect(heads.every((head) => head?.kind === 'label')).toBe(true);
        expect(layout.at[figure.row]?.[figure.column]).toBe(figure);
      }
      expect(layout.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
    }
  }
});

test('a cell is called by its row heads and column heads', () => {
  const { layout } = tableOf('2021', 'applications');
  const figure = layout.byId.get('applications.denied_third_party.legal');
  expect(figure?.label).toBe(
    '三、本年度办理结果，（三）不予公开，4.保护第三方合法权益，申请人情况，法人或其他组织，法律服务机构',
  );
  const other = tableOf('2021', 'proceedings').layout.byId.get('proceedings.after_review.pending');
  expect(other?.label).toBe('行政诉讼，复议后起诉，尚未审结');
});

test('totals are locked in a draft, open in an imported report, and everything is locked in a final one', () => {
  expect(locksOf(form, 'draft', false)('applications.new.total')).toBe('computed');
  expect(locksOf(form, 'draft', false)('applications.new.natural')).toBeNull();
  expect(locksOf(form, 'imported', false)('applications.new.total')).toBeNull();
  expect(locksOf(form, 'final', false)('applications.new.natural')).toBe('final');
  expect(locksOf(form, 'draft', true)('applications.new.natural')).toBe('read-only');
});

test('last year’s figure is shown with the change, exact and signed', () => {
  expect(previousView(typed('103'), typed('34'))).toEqual({ text: '34', change: '+69' });
  expect(previousView(typed('0.1'), typed('0.3'))).toEqual({ text: '0.3', change: '−0.2' });
  expect(previousView(typed('7'), typed('7'))).toEqual({ text: '7', change: '±0' });
  expect(previousView(BLANK, typed('7'))).toEqual({ text: '7', change: null });
  expect(previousView(typed('7'), BLANK)).toEqual({ text: '–', change: null });
  expect(previousView(typed('7'), undefined)).toBeNull();
});

test('last year’s figures of the older form stand beside the cells that hold the same figure, and nowhere else', () => {
  const last = numbered('2019');
  const cells = previousCells(form, last);
  expect(cells['applications.new.natural']).toBe(last.cells['applications.new.natural']);
  expect(cells['disclosure.license.decisions']).toBe(last.cells['disclosure.license.decisions']);
  expect(Object.keys(cells).filter((id) => id.includes('other_') || id.includes('fee'))).toEqual([]);
});

test('a broken sum marks its cells with the message and both sides with their figures', () => {
  const report = reportWith('2021', {
    'applications.new.natural': '29',
    'applications.carried_in.natural': '1',
    'applications.granted.natural': '22',
    'applications.rejected_repeat.natural': '6',
    'applications.carried_out.natural': '1',
  });
  const marks = marksOf(form, report, runChecks(report, null));
  const mark = marks.get('applications.new.natural');
  expect(mark?.severity).toBe('error');
  expect(mark?.quiet).toBe(false);
  expect(mark?.lines[0]).toEqual({
    severity: 'error',
    message: '表三自然人列：第一项加第二项是30，第三项加第四项是29，不相等。',
    equation: '29＋1＝30 ≠ 28＋1＝29',
  });
  expect(marks.has('applications.granted.natural')).toBe(false);
});

test('a finding about all blank cells of a table stays in the background', () => {
  const report = reportWith('2021', { 'applications.new.natural': '0' });
  const mark = marksOf(form, report, runChecks(report, null)).get('applications.granted.legal');
  expect(mark).toMatchObject({ severity: 'warning', quiet: true });
});

test('marks that say the same are the same, so that a cell is not drawn again', () => {
  const report = numbered('2021');
  const [one, two] = [marksOf(form, report, runChecks(report, null)), marksOf(form, report, runChecks(report, null))];
  const cell = 'applications.new.natural';
  expect(one.get(cell)).not.toBe(two.get(cell));
  expect(sameMark(one.get(cell), two.get(cell))).toBe(true);
  expect(sameMark(one.get(cell), undefined)).toBe(false);
});

test('a computed total says what it is the sum of', () => {
  const report = reportWith('2021', {
    'applications.new.natural': '22',
    'applications.new.legal': '6',
    'applications.new.other': '0',
  });
  expect(totalLine(form, report, 'applications.new.total')).toBe('＝22＋6');
  expect(totalLine(form, report, 'applications.granted.total')).toBe('各项之和；各项尚未填写');
  expect(totalLine(form, report, 'applications.new.natural')).toBeNull();
});

test('a total that does not agree stands out, its parts do not', () => {
  const report = reportWith('2021', { 'applications.new.natural': '22', 'applications.new.legal': '6' }, 'imported');
  const cells = { ...report.cells, 'applications.new.total': typed('29') };
  const marks = marksOf(form, { ...report, cells }, runChecks({ ...report, cells }, null));
  expect(marks.get('applications.new.total')).toMatchObject({ severity: 'error', part: false });
  expect(marks.get('applications.new.total')?.lines[0]?.equation).toBe('29 ≠ 22＋6＝28');
  // 自然人 is also in the broken 勾稽 of its own column
  const legalRow = runChecks({ ...report, cells }, null).filter(({ rule }) => rule === 'T3-ROW-SUM');
  const parts = marksOf(form, { ...report, cells }, legalRow);
  expect(parts.get('applications.new.legal')).toMatchObject({ severity: 'error', part: true });
});

test('a finding that is about no equation has no equation line', () => {
  const finding = { rule: 'X-JUMP', severity: 'warning', left: '', right: '', message: '变化超过一半' } as const;
  const cell = 'applications.new.natural';
  const marks = marksOf(form, numbered('2021'), [{ ...finding, cells: [cell] }]);
  expect(marks.get(cell)).toEqual({
    severity: 'warning',
    lines: [{ severity: 'warning', message: '变化超过一半', equation: null }],
    quiet: false,
    part: false,
  });
});

test('a carried figure says from which year it comes and how it is taken', () => {
  const { draft } = carryForward({ ...numbered('2021'), year: 2024 }, 2025);
  const cell = draft.cells['applications.carried_in.natural'];
  expect(cell?.proposed).toBe(true);
  expect(cell && proposalText(cell)).toBe(
    '按2024年年报的“结转下年度”带入，待采用。核对后按 Alt+Enter 采用，或直接改填。',
  );
  expect(cell && sourceName(cell.source)).toBe('上年结转');
});
