// What a session writes for signing: the 呈批单 of the open document, and exports that never replace somebody's own work unasked.
import { appendFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSession } from '../../electron/core/session.ts';
import { refuse } from '../../shared/model/result.ts';
import { type Browser, FONT_BASE, openBrowser } from '../writers/print-chromium.ts';
import { folder, good } from '../store/documents.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const session = (path: string) => {
  const made = createSession({
    printPdf: (html) => browser.print(html.replaceAll('app://bundle/fonts/', FONT_BASE)),
    readSource: () => Promise.resolve(refuse('file-foreign', '测试中不读文件。')),
    progress: () => {},
  });
  good(made.create(path, '嘉禾市生态环境局', 2025));
  return made;
};

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}

const step = (kind: 'submitted' | 'remark' | 'signed', name: string, remark = '') => ({
  kind,
  name,
  remark,
  at: new Date().toISOString(),
});

test('the 呈批单 names who did each step, the remarks, and what was changed after the review', async () => {
  const open = session(join(folder(), '2025.nianbao'));
  good(open.addSignoffStep(step('submitted', '王拟稿')));
  good(open.editCells([{ cell: 'applications.new.natural', text: '7' }], 'typed', open.state()?.revision ?? 0));
  good(open.addSignoffStep(step('remark', '李审核', '请核对新收件数')));
  await new Promise((done) => setTimeout(done, 5));
  good(open.editCells([{ cell: 'applications.new.company', text: '3' }], 'typed', open.state()?.revision ?? 0));
  const { name, pdf } = good(await open.preview('sheet', true));
  expect(name).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告_呈批单.pdf');
  const text = await textOf(pdf);
  for (const words of ['呈批单', '王拟稿', '李审核', '请核对新收件数', '商业企业']) expect(text).toContain(words);
  expect(text.slice(text.indexOf('上次审核以来的修改'))).not.toContain('自然人');
  expect(text).not.toContain('草稿');
  open.close();
});

test('a file changed since it was exported is named before an export replaces it; an untouched one is not', async () => {
  const place = folder();
  const open = session(join(place, '2025.nianbao'));
  expect(open.exportChanged(['xlsx', 'html'], place, true)).toEqual([]);
  const [, page] = good(await open.export(['xlsx', 'html'], place, { draft: true, attachment: true }));
  expect(open.exportChanged(['xlsx', 'html'], place, true)).toEqual([]);
  expect(basename(page?.path ?? '')).toBe('嘉禾市生态环境局_2025年度政府信息公开工作年度报告_草稿.html');
  appendFileSync(page?.path ?? '', '<!-- 网站编辑改过 -->');
  expect(open.exportChanged(['xlsx', 'html'], place, true)).toEqual([page?.path]);
  open.close();
});

test('an export stopped while its last file is being made has written no file and changed none', async () => {
  const place = folder();
  const made = createSession({
    printPdf: () => {
      made.cancelExport();
      return new Promise(() => {}); // a page that never finishes
    },
    readSource: () => Promise.resolve(refuse('file-foreign', '测试中不读文件。')),
    progress: () => {},
  });
  good(made.create(join(place, '2025.nianbao'), '嘉禾市生态环境局', 2025));
  const stopped = await made.export(['html', 'pdf'], place, { draft: true, attachment: true });
  expect(stopped).toEqual({ ok: false, error: { code: 'cancelled', message: '导出已停止，没有写任何文件。' } });
  expect(readdirSync(place)).toEqual(['2025.nianbao']);
  made.close();
});
