// Wrong files and a full disk at the command line: one Chinese sentence, status 2, nothing on standard output, no file made or changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_FILES } from '../fixtures/hostile/make-hostile.ts';
import { fixture, nianbao } from '../nianbao.ts';

const SENTENCE = /^[^\n]*[\u4e00-\u9fff][^\n]*。$/;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-refusals-'));
const at = (name: string): string => join(folder, name);
const good = at('good.nianbao');

beforeAll(() => {
  nianbao('import', fixture('huaian-2024.txt'), '--out', good);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file under a folder with its content. */
function contents(path: string): Readonly<Record<string, string>> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, digest(name)]));
}

function refused(...words: readonly string[]): string {
  const before = contents(folder);
  const { status, stdout, stderr } = nianbao(...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trim()).toMatch(SENTENCE);
  expect(contents(folder)).toEqual(before);
  return stderr.trim();
}

describe('files that cannot be imported', () => {
  const hostile = (name: string): Uint8Array => {
    const file = HOSTILE_FILES.find((one) => one.name === name);
    if (!file) throw new Error(`no hostile file ${name}`);
    return file.bytes();
  };

  test.each([
    'program.xls',
    'huaian-2024-cut-50.doc',
    'huaian-2024-cut-95.xls',
    'template-2021-cut-50.docx',
    'password.xlsx',
    'bomb-1gb-sheet.xlsx',
    'xxe.docx',
    'nested-bold.html',
    'unpacks-to-1gb.pdf', // stopped by its memory
    'rows-9900.txt', // stopped by its time
  ])('%s', (name) => {
    writeFileSync(at(name), hostile(name));
    expect(refused('import', at(name), '--out', at('never.nianbao'), '--json')).toContain(name);
  });

  test('a folder, a file that is not there, a name with line ends', () => {
    mkdirSync(at('年报.docx'));
    refused('import', at('年报.docx'), '--out', at('never.nianbao'));
    refused('import', at('没有.docx'), '--out', at('never.nianbao'));
    refused('import', at('两\n行.docx'), '--out', at('never.nianbao'));
  });

  test('the document itself, and a document that would be replaced by nothing', () => {
    refused('import', good, '--out', good, '--force');
    writeFileSync(at('noise.bin'), hostile('noise.bin'));
    refused('import', at('noise.bin'), '--out', good, '--force');
  });
});

describe('a document file that is cut off, empty or no document', () => {
  const broken = {
    'cut.nianbao': (whole: Buffer) => whole.subarray(0, 20_000),
    'head.nianbao': (whole: Buffer) => whole.subarray(0, 50),
    'zeros.nianbao': (whole: Buffer) => Buffer.concat([whole.subarray(0, 100), Buffer.alloc(50_000)]),
    'empty.nianbao': () => Buffer.alloc(0),
  } as const;

  test.each(Object.keys(broken) as (keyof typeof broken)[])('%s', (name) => {
    const path = at(name);
    writeFileSync(path, broken[name](readFileSync(good)));
    refused('import', path, '--out', at('never.nianbao'));
    refused('show', path, '--json');
    refused('check', good, '--previous', path);
    refused('new', '--from', path, '--year', '2025', '--out', at('never.nianbao'));
    refused('set', path, 'applications.new.natural=1');
    refused('verify', path);
  });
});

const disk = at('disk');
mkdirSync(disk);
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=112k', 'tmpfs', disk]).status === 0;
if (!mounted) console.log('command-line-refusals: a small disk cannot be mounted here');
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
});

test.skipIf(!mounted)('a full disk: what was there stays, and nothing half is left', () => {
  const document = join(disk, 'a.nianbao');
  copyFileSync(good, document);
  expect(refused('import', fixture('huaian-2024.txt'), '--out', join(disk, 'b.nianbao'))).toContain('磁盘空间不足');
  expect(refused('new', '--from', good, '--year', '2025', '--out', join(disk, 'b.nianbao'))).toContain('磁盘空间不足');
  expect(refused('set', document, 'applications.new.natural=33')).toContain('磁盘空间不足');
  expect(refused('export', good, '--docx', join(disk, 'a.docx'))).toContain('磁盘空间不足');
  expect(nianbao('verify', document).status).toBe(0);
});

test.skipIf(!mounted)('an export that cannot write its last file writes none, and says so', () => {
  writeFileSync(at('kept.html'), 'as it was');
  const message = refused(
    'export',
    good,
    '--docx',
    join(disk, 'a.docx'),
    '--html',
    at('kept.html'),
    '--xlsx',
    at('a.xlsx'),
  );
  expect(message).toContain('磁盘空间不足，文件“a.docx”没有写成');
  expect(message).toContain('其他文件也没有写');
});
