// The list of recent reports: newest first, true about files that have gone, and never harmed by a file changed by hand.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recentDocuments } from '../../electron/main/recent.ts';

let folder = '';
let clock = 0;
const file = (): string => join(folder, 'data', 'recent.json');
const list = () => recentDocuments(file(), () => new Date(Date.UTC(2026, 0, 1, 0, 0, ++clock)).toISOString());
const report = (name: string, more = {}) => ({
  path: join(folder, name),
  organ: '某市生态环境局',
  year: 2025,
  status: 'draft' as const,
  errors: 0,
  ...more,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  clock = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the report opened last stands first; what is new about another does not move it', () => {
  const recent = list();
  recent.note(report('甲.nianbao'), true);
  recent.note(report('乙.nianbao'), true);
  recent.note(report('甲.nianbao', { errors: 3 }), false);
  expect(recent.list().map(({ path, errors }) => [path.slice(folder.length + 1), errors])).toEqual([
    ['乙.nianbao', 0],
    ['甲.nianbao', 3],
  ]);
});

test('the list outlives the program, says which files have gone, and forgets one on request', () => {
  writeFileSync(join(folder, '甲.nianbao'), '');
  const before = list();
  before.note(report('甲.nianbao'), true);
  before.note(report('乙.nianbao'), true);
  const after = list();
  expect(after.list().map(({ missing }) => missing)).toEqual([true, false]);
  after.forget(join(folder, '乙.nianbao'));
  expect(list().list()).toHaveLength(1);
});

test('not more than twenty are kept', () => {
  const recent = list();
  for (let number = 1; number <= 25; number++) recent.note(report(`${number}.nianbao`), true);
  expect(recent.list()).toHaveLength(20);
  expect(recent.list()[0]?.path).toContain('25.nianbao');
});

test('a list that is torn, or that holds nonsense, costs only what is wrong in it', () => {
  list().note(report('甲.nianbao'), true);
  const kept = JSON.parse(readFileSync(file(), 'utf8')) as unknown[]; // written above
  const nonsense = [null, 7, {}, { ...report('乙.nianbao'), openedAt: '2026', status: 'shell' }];
  writeFileSync(file(), JSON.stringify([...nonsense, ...kept]));
  expect(list().list()).toHaveLength(1);
  writeFileSync(file(), '[{"path":"');
  expect(list().list()).toEqual([]);
  expect(existsSync(file())).toBe(true);
});
