// The file that a double click or a second start hands over, and which files the window may have opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenFile } from '../../electron/main/given-file.ts';
import { isDocument, knownFiles } from '../../electron/main/known-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the last word of the command line is the file, taken from the folder where it was written', () => {
  expect(givenFile(['electron', '年报.nianbao'], folder)).toBe(join(folder, '年报.nianbao'));
  expect(givenFile(['electron', folder, '/a/年 报.nianbao'], '/b')).toBe('/a/年 报.nianbao');
});

test('no word, a switch, a folder and a torn word are no file', () => {
  for (const words of [[], ['--lang=zh-CN'], [''], ['a\0b'], [folder], ['.']])
    expect(givenFile(['electron', ...words], folder), JSON.stringify(words)).toBeNull();
});

test('only documents that the program has named may be opened, never a program or a script', () => {
  const known = knownFiles();
  known.add('/a/年报.pdf');
  expect([known.has('/a/年报.pdf'), known.has('/a/other.pdf'), known.has('/a/../a/年报.pdf')]).toEqual([
    true,
    false,
    false,
  ]);
  for (const name of ['年报.PDF', '年报.docx', '年报.et', '年报.nianbao']) expect(isDocument(name), name).toBe(true);
  for (const name of ['年报.exe', '年报.pdf.bat', '年报.desktop', '年报.sh', 'pdf', '年报.lnk', '年报.docm'])
    expect(isDocument(name), name).toBe(false);
});
