// Names of exported files: the rule, names that every file system takes, and a draft that never has the name of the final document.
import { expect, test } from 'vitest';
import { exportNameOf } from '../../electron/core/file-names.ts';

const report = { organ: '嘉禾市生态环境局', year: 2025 };

test('a draft, the final document and the 呈批单 have names of their own', () => {
  expect(exportNameOf(report, 'pdf', false)).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告.pdf');
  expect(exportNameOf(report, 'pdf', true)).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告_草稿.pdf');
  expect(exportNameOf(report, 'docx', true)).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告_草稿.docx');
  for (const draft of [true, false])
    expect(exportNameOf(report, 'sheet', draft)).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告_呈批单.pdf');
});

test('an organ whose name holds signs of a path, or none at all, still gives a name', () => {
  expect(exportNameOf({ organ: '开发区（港口/物流）管委会', year: 2025 }, 'html', false)).toBe(
    '开发区（港口物流）管委会_2025年度政府信息公开工作年度报告.html',
  );
  expect(exportNameOf({ organ: ' ', year: 2025 }, 'html', false)).toMatch(/^未命名机关_2025/);
});
