// 呈批单: who drafted, reviewed and signed, what the figures are, what the checks said, what changed.
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { figuresAtAGlance, signoffHtml, type SignoffData } from '../../shared/export/signoff-sheet.ts';
import { caseReport, FINGERPRINT } from './report-cases.ts';

const data: SignoffData = {
  report: caseReport('huaian-2024'),
  previous: caseReport('huaian-2024'),
  fingerprint: FINGERPRINT,
  drafted: { name: '张三', at: '2025-01-08T02:00:00.000Z' },
  reviewed: { name: '李四', at: '2025-01-09T20:00:00.000Z' },
  signed: { name: '', at: '' },
  remarks: [{ name: '李四', at: '2025-01-09T20:00:00.000Z', remark: '请核对<复议>件数' }],
  findings: [{ severity: 'warning', message: '现行有效件数比上年变化较大', explanation: '清理规范性文件所致' }],
  changes: [{ at: '2025-01-10T01:00:00.000Z', label: '填写 表二 规章' }],
};

const page = (changed: Partial<SignoffData> = {}): string =>
  signoffHtml({ ...data, ...changed }, { fontBase: 'app://bundle/fonts/' });

test('names, Chinese dates, remarks, findings with 说明, changes and fingerprint stand on the sheet', () => {
  const html = page();
  for (const text of [
    '淮安市人民政府',
    '2024年',
    FINGERPRINT,
    '张三',
    '2025年1月8日',
    '李四',
    '2025年1月10日', // 20:00 at Greenwich is the next day in China
    '请核对&lt;复议&gt;件数',
    '清理规范性文件所致',
    '错误0，提示1，参考0',
    '填写 表二 规章',
  ]) {
    expect(html).toContain(text);
  }
});

test('the sheet is valid markup', () => {
  const errors: string[] = [];
  parse(page(), { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
});

test('the figures at a glance are the bound totals of 表三, the totals of 表四 and the figures of 表二', () => {
  const ids = figuresAtAGlance(data.report);
  expect(ids).toContain('disclosure.license.decisions');
  expect(ids.filter((id) => id.startsWith('applications.'))).toEqual([
    'applications.new.total',
    'applications.carried_in.total',
    'applications.result_total.total',
    'applications.carried_out.total',
  ]);
  expect(ids.filter((id) => id.startsWith('proceedings.'))).toHaveLength(3);
});

test('a sheet without findings says that the checks passed', () => {
  expect(page({ findings: [] })).toContain('全审通过');
});

test('the latest changes are listed, the number of earlier ones is stated', () => {
  const changes = Array.from({ length: 30 }, (_, index) => ({
    at: '2025-01-10T01:00:00.000Z',
    label: `修改${index + 1}`,
  }));
  const html = page({ changes });
  expect(html).toContain('此前还有10处修改');
  expect(html).toContain('修改30');
  expect(html).not.toContain('修改10<');
});
