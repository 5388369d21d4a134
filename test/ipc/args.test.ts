// What the window sends is checked when it arrives: every request refuses what is not as the contract says, in a sentence for a person.
import { expect, test } from 'vitest';
import { readArgs } from '../../shared/ipc/args.ts';
import { type RequestName, requestNames } from '../../shared/ipc/contract.ts';
import { EMPTY_CHAPTER, paragraph } from '../../shared/model/chapter.ts';
import { good, refused } from '../store/documents.ts';

const names = Object.keys(requestNames) as RequestName[]; // keys of the record that names every request

test.each(names)('%s refuses an argument too many, and things that are none of its own', (name) => {
  expect(
    refused(
      readArgs(
        name,
        Array.from({ length: 9 }, () => null),
      ),
    ).code,
  ).toBe('bad-argument');
  for (const odd of [undefined, 7n, Symbol('x'), () => 1, { toString: () => 'x' }, [[]], NaN, 'x'.repeat(300_000)]) {
    const read = readArgs(name, [odd]);
    if (read.ok) throw new Error(`${name} took ${String(odd).slice(0, 20)}`);
    expect(read.error.message).toMatch(/^操作没有执行：[^A-Za-z]*请修改后再试。$/);
  }
});

test('the arguments of an edit arrive as they were sent, without fields that nobody asked for', () => {
  const sent = [[{ cell: 'applications.new.natural', text: '12', extra: 1 }], 'typed', 3];
  expect(good(readArgs('cells:edit', sent))).toEqual([[{ cell: 'applications.new.natural', text: '12' }], 'typed', 3]);
});

test('the place of what does not fit is told for the log, not to the person', () => {
  const told: string[] = [];
  const inputs = [
    { cell: 'applications.new.natural', text: '12' },
    { cell: 'applications.new.natural', text: 'x'.repeat(201) },
  ];
  const { message } = refused(readArgs('cells:edit', [inputs, 'typed', 3], (misfit) => told.push(misfit)));
  expect(told).toEqual(['参数1[1].text 应为不超过200个字的文字']);
  expect(message).toBe('操作没有执行：输入的内容应为不超过200个字的文字，请修改后再试。');
});

test.each([
  ['a cell id with a path in it', ['cells:accept', [['../../x']]]],
  ['a year that is none', ['document:new', ['某局', 20_250]]],
  ['a revision below zero', ['chapter:edit', ['1', EMPTY_CHAPTER, -1]]],
  ['a chapter that the form does not have', ['chapter:edit', ['7', EMPTY_CHAPTER, 1]]],
  ['prose with a link', ['chapter:edit', ['1', { type: 'doc', content: [{ type: 'link', href: 'x' }] }, 1]]],
  ['a kind of file that is not written', ['export:run', [['exe'], null, { draft: true, attachment: true }]]],
  ['a day that is none', ['signoff:step', ['signed', '王五', '', '2026-02-3x']]],
  ['a path with a zero byte', ['file:open', ['/tmp/a\0.pdf']]],
] as const)('%s is refused', (_what, [name, args]) => {
  expect(refused(readArgs(name, args)).code).toBe('bad-argument');
});

test('prose of an ordinary length passes, endless prose does not', () => {
  const chapter = (length: number) => ({ type: 'doc', content: [paragraph('字'.repeat(length))] });
  expect(readArgs('chapter:edit', ['1', chapter(5_000), 1]).ok).toBe(true);
  expect(readArgs('chapter:edit', ['1', chapter(200_001), 1]).ok).toBe(false);
});
