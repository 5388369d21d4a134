// The history names what was changed: the chapter of a text, the check that a 说明 is about.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSession } from '../../electron/core/session.ts';
import { paragraph } from '../../shared/model/chapter.ts';
import { refuse } from '../../shared/model/result.ts';
import { good } from '../store/documents.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a changed text names its chapter, a 说明 its check, and both who made them, also after the name has changed', () => {
  const session = createSession({
    printPdf: () => Promise.reject(new Error('nothing is printed here')),
    readSource: () => Promise.resolve(refuse('file-foreign', '测试中不读文件。')),
    author: '张三',
    progress() {},
  });
  good(session.create(join(folder, '年报.nianbao'), '嘉禾市生态环境局', 2025));
  const { revision } = good(session.editChapter('6', { type: 'doc', content: [paragraph('没有其他事项。')] }, 1));
  expect(revision).toBe(2);
  good(session.editChapter('preface', { type: 'doc', content: [paragraph('现报告如下')] }, 2));
  session.signAs('李四');
  good(session.explain('CELL-BLANK||||', '都没有'));
  expect(session.history().map(({ label, author }) => `${label} ${author}`)).toEqual([
    '新建年报 张三',
    '修改六、其他需要报告的事项（增7字） 张三',
    '修改引言（增5字） 张三',
    '填写说明（空格未填） 李四',
  ]);
  session.close();
});
