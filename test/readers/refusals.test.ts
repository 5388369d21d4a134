// What is no readable file is refused with its reason: missing, a folder, no permission, empty, too large, of another kind.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readSourceBytes, readSourceFile } from '../../electron/core/readers/index.ts';
import { sniffBytes } from '../../electron/core/readers/sniff.ts';

const folder = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('refusals name the file and say what to do', () => {
  it('a missing file', async () => {
    expect(await readSourceFile(join(folder, '没有.docx'))).toEqual({
      ok: false,
      error: { code: 'file-missing', message: '找不到文件“没有.docx”，它可能已被移动、改名或删除；请重新选择。' },
    });
  });

  it('a path through a file, and a name with NUL', async () => {
    file('a.txt', 'x');
    expect(await readSourceFile(join(folder, 'a.txt/b.docx'))).toMatchObject({ error: { code: 'file-missing' } });
    expect(await readSourceFile(`${folder}/a\0b`)).toMatchObject({ error: { code: 'file-missing' } });
  });

  it('a damaged workbook, without a word on the console', async () => {
    const sheet = utils.aoa_to_sheet([['规章', 1]]);
    const bytes = Buffer.from(
      write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array', bookType: 'biff8' }),
    );
    const dimensions = bytes.indexOf(Buffer.from([0x00, 0x02, 0x0e, 0x00]));
    bytes.writeUInt16LE(0xf92a, dimensions); // no such record
    const spoken = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')].map((spy) => spy.mockReturnValue(undefined));
    read(bytes);
    expect(spoken.flatMap(({ mock }) => mock.calls)).toHaveLength(1);
    await readSourceBytes(bytes, '年报.xls');
    expect(spoken.flatMap(({ mock }) => mock.calls)).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('a folder', async () => {
    mkdirSync(join(folder, '2024年报.docx'));
    const result = await readSourceFile(join(folder, '2024年报.docx'));
    expect(result).toEqual({
      ok: false,
      error: { code: 'file-unreadable', message: '“2024年报.docx”是文件夹，请选择其中的年报文件。' },
    });
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = file('secret.txt', 'x');
    chmodSync(path, 0);
    expect(await readSourceFile(path)).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it.skipIf(process.platform === 'win32')('a device, at once', async () => {
    expect(await readSourceFile('/dev/zero')).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it('an empty file', async () => {
    expect(await readSourceFile(file('空.docx', ''))).toMatchObject({ error: { code: 'file-empty' } });
  });

  it('a text above the limit of its kind', async () => {
    const path = file('long.txt', Buffer.alloc(21 * 1024 * 1024, '一、'));
    expect(await readSourceFile(path)).toEqual({
      ok: false,
      error: { code: 'file-too-large', message: '文件“long.txt”太大，超过20MB，不像一份年报；请检查是否选错了文件。' },
    });
  });

  it('a picture under the name of a document', async () => {
    const result = await readSourceBytes(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '年报.docx');
    expect(result).toEqual({
      ok: false,
      error: { code: 'file-foreign', message: '文件“年报.docx”是图片，不能装入；请选择文字版的年报。' },
    });
  });
});

describe('the content decides what a file is', () => {
  const kindOf = (text: string): string => sniffBytes(Buffer.from(text)).kind;

  it.each([
    ['<!DOCTYPE html><html><body>年报</body></html>', 'html'],
    ['\ufeff  <table border=1><tr><td>1</td></tr></table>', 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'html'],
    ['<!-- saved --><html><body>x</body></html>', 'html'],
    ['<p class=MsoNormal>一、总体情况</p>', 'html'],
    ['From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related', 'mht'],
    ['MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x', 'mht'],
    ['淮安市人民政府\n2024年政府信息公开工作年度报告', 'text'],
    ['BM 政府信息公开', 'text'],
    ['1 < 2 而 3 > 2', 'text'],
    ['%PDF-1.7\n', 'pdf'],
    ['<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', 'foreign'],
  ])('%s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});
