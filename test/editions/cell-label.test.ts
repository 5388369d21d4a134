// Cells are called by the printed heads of the form.
import { expect, test } from 'vitest';
import { cellLabel, columnLabel, rowLabel, sumLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';

const form = EDITIONS['2021'];

test.each([
  ['applications.new.total', '表三 一、本年新收政府信息公开申请数量 · 总计'],
  ['applications.denied_third_party.natural', '表三 4.保护第三方合法权益 · 自然人'],
  ['proceedings.review.total', '表四 行政复议 · 总计'],
  ['proceedings.direct.maintained', '表四 行政诉讼 · 未经复议直接起诉 · 结果维持'],
  ['disclosure.penalty.decisions', '表二 行政处罚 · 本年处理决定数量'],
  ['disclosure.normative.valid', '表二 行政规范性文件 · 现行有效件数'],
] as const)('%s is “%s”', (id, label) => {
  expect(cellLabel(form, id)).toBe(label);
});

test('every cell of every form has a label of its own', () => {
  for (const edition of Object.values(EDITIONS)) {
    const labels = [...figures(edition).keys()].map(
      (id) => `${cellLabel(edition, id)} ${rowLabel(edition, id.split('.').slice(0, 2).join('.'))}`,
    );
    for (const label of labels) expect(label).toMatch(/^表[二三四] \S/);
    expect(new Set([...figures(edition).keys()].map((id) => cellLabel(edition, id))).size).toBe(labels.length);
  }
});

test('a row, a column, and an unknown cell', () => {
  expect(rowLabel(form, 'applications.new')).toBe('表三 一、本年新收政府信息公开申请数量');
  expect(columnLabel(form, 'applications.new.company')).toBe('商业企业');
  expect(cellLabel(form, 'applications.none.total')).toBe('applications.none.total');
});

test('several cells are called by what covers them', () => {
  expect(sumLabel(form, ['applications.new.total'])).toBe('表三 一、本年新收政府信息公开申请数量 · 总计');
  expect(sumLabel(form, ['proceedings.direct.total', 'proceedings.after_review.total'])).toBe('表四 行政诉讼 · 总计');
  expect(
    sumLabel(form, [
      'applications.unable_not_held.total',
      'applications.unable_needs_creation.total',
      'applications.unable_unclear.total',
    ]),
  ).toBe('表三 （四）无法提供各项 · 总计');
});
