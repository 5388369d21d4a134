// Footnote marks behind figures and text struck out in Word files: no digit of either belongs to the figure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RawCell, RawDocument } from '../../shared/import/raw-document.ts';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { lineText, textLines } from '../../electron/core/readers/pdf/pdf-lines.ts';
import { markedDocx, markedXlsx, MARKED_CELLS } from './build-marked.ts';
import { OFFICE } from './sample-report.ts';

async function read(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly raw: RawDocument; readonly cells: readonly RawCell[] }> {
  const raw = await readSourceBytes(bytes, name);
  if (!raw.ok) throw new Error(raw.error.message);
  return {
    raw: raw.value,
    cells: raw.value.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])),
  };
}

const doubted = (cells: readonly RawCell[]): readonly number[] =>
  cells.flatMap(({ doubt }, index) => (doubt === undefined ? [] : index));

describe('a mark above or below the line in a cell is a note, a struck figure is gone, a figure set so as a whole is a figure', () => {
  test.each([
    ['docx', markedDocx],
    ['doc', (): Uint8Array => readFileSync(join(OFFICE, 'marked.doc'))],
  ])('%s', async (kind, bytes) => {
    const { raw, cells } = await read(await bytes(), `a.${kind}`);
    expect(raw.blocks[0]).toMatchObject({ kind: 'paragraph', text: '面积5m2' });
    expect(cells.map(({ text }) => text)).toEqual(MARKED_CELLS);
    expect(doubted(cells)).toEqual([MARKED_CELLS.indexOf('')]);
    expect(raw.remarks.join()).toContain('已删除的文字没有读取');
  });

  test('pdf, where the line through the text is drawn', async () => {
    const { cells } = await read(readFileSync(join(OFFICE, 'marked.pdf')), 'a.pdf');
    expect(cells.map(({ text }) => text)).toEqual(MARKED_CELLS);
    expect(doubted(cells)).toEqual([3, 4, 5]);
  });

  test.each([
    ['xlsx', markedXlsx],
    ['xls', (): Uint8Array => readFileSync(join(OFFICE, 'marked.xls'))],
  ])('%s, without the hidden row that stands there twice, and doubting the other one', async (kind, bytes) => {
    const { raw, cells } = await read(await bytes(), `a.${kind}`);
    expect(cells.slice(0, 6).map(({ text }) => text)).toEqual(['320（注1）', '77（注2）', '41', '规章&', '12', '']);
    expect(cells.slice(6).map(({ text }) => text)).toEqual(['', '2', '3', '许可', '5', '6']);
    expect(doubted(cells)).toEqual([5, 7, 8, 9, 10, 11]);
    expect(raw.remarks.join()).toContain('隐藏的行或列');
  });

  test.each([
    ['77<sub>2</sub>', '77（注2）'],
    ['77<span style="vertical-align: sub; font-size: 60%">2</span>', '77（注2）'],
    ['77<span style="position:relative;top:-3.0pt;mso-text-raise:3.0pt">[1]</span>', '77（注[1]）'],
    ['34<span style="position:relative;top:-.5pt">5</span>', '345'],
    ['<sup>12</sup>', '12'],
    ['<span class="gone">99</span>41', '41'],
    ['<s>99</s>', ''],
  ])('html %s', async (inner, text) => {
    const page = `<style>.gone { text-decoration: line-through }</style><table><tr><td>规章</td><td>${inner}</td><td>1</td></tr></table>`;
    const { cells } = await read(Buffer.from(page), 'a.html');
    expect(cells[1]?.text).toBe(text);
    expect(doubted(cells)).toEqual(text === '' ? [1] : []);
  });
});

test('a small raised digit behind a figure of a PDF is a note, smaller print on the line is not', () => {
  const line = (...parts: readonly (readonly [text: string, size: number, y: number])[]): string => {
    let x = 100;
    const chars = parts.flatMap(([text, size, y]) =>
      Array.from(text, (char) => ({ text: char, x: (x += size / 2) - size / 2, y, width: size / 2, size })),
    );
    return textLines(chars).map(lineText).join('/');
  };
  expect(line(['320', 12, 500], ['12', 7, 503])).toBe('320（注12）');
  expect(line(['77', 12, 500], ['2', 7, 499.5])).toBe('77（注2）');
  expect(line(['77', 12, 500], ['2', 9.6, 498.9])).toBe('77（注2）');
  expect(line(['77', 12, 500], ['2', 7, 505])).toBe('77（注2）');
  expect(line(['320', 12, 500], ['1', 7, 500])).toBe('3201');
  expect(line(['320', 12, 500], ['1', 12, 502])).toBe('3201');
  expect(line(['面积', 12, 500], ['2', 7, 503])).toBe('面积2');
});
