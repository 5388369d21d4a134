// The command line is a public contract: shapes, exit statuses, and nothing written on refusal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedCase, fixture, nianbao, nianbaoJson } from './nianbao.ts';

interface Shown {
  readonly year: number;
  readonly edition: string;
  readonly organ: string;
  readonly title: string;
  readonly cells: Readonly<
    Record<string, { readonly state: string; readonly value: string | null; readonly raw: string }>
  >;
  readonly chapters: Readonly<Record<string, string>>;
  readonly warnings: readonly { readonly code: string; readonly cell?: string; readonly message: string }[];
  readonly status?: string;
}

interface Checked {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly cells: readonly string[];
    readonly left: string;
    readonly right: string;
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

let folder = '';
const at = (name: string): string => join(folder, name);
const values = (shown: Shown) => Object.fromEntries(Object.entries(shown.cells).map(([id, cell]) => [id, cell.value]));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  nianbaoJson('import', fixture('seed-jiaxing-eco-2020.txt'), '--out', at('2020.nianbao'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('import', () => {
  test.each([
    ['seed-jiaxing-eco-2020', 'txt'],
    ['hangzhou-like-2025', 'html'],
    ['huaian-2024', 'txt'],
  ])('%s gives every figure of the published report', (name, extension) => {
    const shown = nianbaoJson<Shown>('import', fixture(`${name}.${extension}`), '--out', at(`${name}.nianbao`));
    const expected = expectedCase(name);
    expect(values(shown)).toEqual(expected.cells);
    expect([shown.year, shown.edition]).toEqual([expected.year, expected.edition]);
    expect(shown.chapters['1']?.length).toBeGreaterThan(20);
    expect(Object.keys(shown.chapters)).toEqual(expect.arrayContaining(['preface', '1', '5', '6']));
  });

  test('an existing file is refused without --force, and left as it was', () => {
    const before = readFileSync(at('2020.nianbao'));
    const ran = nianbao('import', fixture('hangzhou-like-2025.html'), '--out', at('2020.nianbao'));
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(readFileSync(at('2020.nianbao')).equals(before)).toBe(true);
  });

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01', 'latin1')],
    ['an empty file', Buffer.alloc(0)],
    ['a page that is no report', Buffer.from('<html><body><h1>招聘启事</h1><p>本局招聘打字员一名。</p></body></html>')],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ])('%s is refused with one Chinese sentence, and nothing is written', (_name, bytes) => {
    writeFileSync(at('source.bin'), bytes);
    const before = readdirSync(folder);
    const ran = nianbao('import', at('source.bin'), '--out', at('never.nianbao'), '--json');
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr.trim()).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('show, check, set, new, verify', () => {
  test('show gives what import gave, with the status', () => {
    const shown = nianbaoJson<Shown>('show', at('2020.nianbao'));
    expect(shown.status).toBe('imported');
    expect(values(shown)).toEqual(expectedCase('seed-jiaxing-eco-2020').cells);
  });

  test('check names the contradiction of the sample and gives status 1 for errors', () => {
    const { status, stdout } = nianbao('check', at('2020.nianbao'), '--json');
    const checked = JSON.parse(stdout) as Checked; // the public shape
    expect(status).toBe(1);
    const rules = new Set(checked.findings.map((finding) => finding.rule));
    for (const rule of ['N-TABLE', 'T3-ROW-SUM', 'CELL-BLANK', 'CELL-UNIT', 'C-TITLE']) expect(rules).toContain(rule);
    for (const rule of ['T3-IDENT', 'T3-RESULT-SUM', 'T4-SUM']) expect(rules).not.toContain(rule);
    const contradiction = checked.findings.find(
      (finding) => finding.rule === 'N-TABLE' && finding.cells.includes('applications.new.total'),
    );
    expect([contradiction?.left, contradiction?.right].toSorted()).toEqual(['28', '29']);
  });

  test('new carries 结转下年度 into 上年结转 in all seven columns and nothing else', () => {
    const made = nianbaoJson<{
      carried: { from: string; to: string; value: string | null }[];
      dropped: { cell: string; reason: string }[];
    }>('new', '--from', at('2020.nianbao'), '--year', '2021', '--out', at('2021.nianbao'));
    expect(made.carried.map(({ from, to }) => [from.split('.')[1], to.split('.')[1]])).toEqual(
      Array.from({ length: 7 }, () => ['carried_out', 'carried_in']),
    );
    expect(made.carried.find(({ to }) => to === 'applications.carried_in.natural')?.value).toBe('1');
    expect(made.dropped.every(({ reason }) => /[\u4e00-\u9fff]/.test(reason))).toBe(true);
    const draft = nianbaoJson<Shown>('show', at('2021.nianbao'));
    expect([draft.year, draft.edition, draft.status, Object.keys(draft.cells).length]).toEqual([
      2021,
      '2021',
      'draft',
      200,
    ]);
  });

  test('check --previous holds this year against last year, and refuses what is no report', () => {
    const changed = at('changed.nianbao');
    nianbaoJson('new', '--from', at('2020.nianbao'), '--year', '2021', '--out', changed);
    nianbaoJson('set', changed, 'applications.carried_in.natural=3');
    const rules = (...words: string[]) =>
      (JSON.parse(nianbao('check', changed, ...words, '--json').stdout) as Checked).findings.map(({ rule }) => rule);
    expect(rules()).toContain('X-CARRY'); // against the report it was made from
    const corrected = at('2020-corrected.nianbao');
    nianbaoJson('import', fixture('seed-jiaxing-eco-2020.txt'), '--out', corrected);
    nianbaoJson('set', corrected, 'applications.carried_out.natural=3');
    expect(rules('--previous', corrected)).not.toContain('X-CARRY');
    writeFileSync(at('no-report.nianbao'), 'no report');
    const refused = nianbao('check', changed, '--previous', at('no-report.nianbao'), '--json');
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    const later = at('2022.nianbao');
    nianbaoJson('new', '--from', changed, '--year', '2022', '--out', later);
    const older = nianbao('check', later, '--previous', corrected);
    expect(older.status).not.toBe(2);
    expect(older.stdout).toContain('与上年的衔接没有核对');
  });

  test('set writes all or nothing, brings the totals along, and refuses a total of a draft', () => {
    const done = nianbaoJson<{ cells: Shown['cells']; findings: Record<string, number> }>(
      'set',
      at('2021.nianbao'),
      'applications.new.natural=12',
      'applications.new.company=３',
    );
    expect(done.cells['applications.new.total']?.value).toBe('15');
    const refused = nianbao('set', at('2021.nianbao'), 'applications.new.natural=99', 'applications.new.company=abc');
    expect(refused.status).toBe(2);
    expect(nianbao('set', at('2021.nianbao'), 'applications.new.total=15').status).toBe(2);
    expect(nianbaoJson<Shown>('show', at('2021.nianbao')).cells['applications.new.natural']?.value).toBe('12');
  });

  test('verify finds a document whole, and one that was changed behind its back not', () => {
    expect(nianbaoJson('verify', at('2020.nianbao'))).toEqual({ ok: true, problems: [] });
    const bytes = readFileSync(at('2020.nianbao'));
    const damaged = Buffer.from(bytes);
    damaged.fill(0, bytes.length - 2048, bytes.length - 1024);
    writeFileSync(at('damaged.nianbao'), damaged);
    expect(nianbao('verify', at('damaged.nianbao'), '--json').status).toBe(2);
    writeFileSync(at('half.nianbao'), bytes.subarray(0, bytes.length / 2));
    expect(nianbao('show', at('half.nianbao')).status).toBe(2);
    expect(readFileSync(at('half.nianbao')).length).toBe(Math.floor(bytes.length / 2));
  });
});

test('every export is written, and xlsx, html and docx read back to the same figures', () => {
  const kinds = ['xlsx', 'html', 'docx', 'pdf'];
  const exported = nianbaoJson<{ files: { kind: string; path: string; bytes: number; sha256: string; ms: number }[] }>(
    'export',
    at('2020.nianbao'),
    ...kinds.flatMap((kind) => [`--${kind}`, at(`2020.${kind}`)]),
  );
  expect(exported.files.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  for (const kind of kinds) {
    const again = nianbaoJson<Shown>('import', at(`2020.${kind}`), '--out', at(`again-${kind}.nianbao`));
    expect({ kind, cells: values(again) }).toEqual({ kind, cells: expectedCase('seed-jiaxing-eco-2020').cells });
  }
}, 120_000);

test('wrong words are refused with the usage', () => {
  const before = readdirSync(folder);
  for (const words of [
    ['import'],
    ['check'],
    ['set', at('2020.nianbao')],
    ['show', at('missing.nianbao')],
    ['export', at('2020.nianbao')],
    ['show', '--nonsense', at('2020.nianbao')],
    ['shwo', at('2020.nianbao')],
    ['import', fixture('huaian-2024.txt'), '--out', '--force'],
    ['import', fixture('huaian-2024.txt'), '--out', at('a.nianbao'), '--out', at('b.nianbao')],
    ['export', at('2020.nianbao'), '--html', at('no.html'), '--draft=yes'],
    ['check', at('2020.nianbao'), '--previous', at('2020.nianbao')],
  ]) {
    const ran = nianbao(...words);
    expect([words[0], ran.status, ran.stdout]).toEqual([words[0], 2, '']);
    expect(ran.stderr.trim()).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*$/);
  }
  expect(readdirSync(folder)).toEqual(before);
});

test('--force writes over no file but a report, and not over the one that is read', () => {
  const source = at('上年.txt');
  writeFileSync(source, readFileSync(fixture('huaian-2024.txt')));
  const report = readFileSync(at('2020.nianbao'));
  for (const words of [
    ['import', source, '--out', source],
    ['import', fixture('huaian-2024.txt'), '--out', source],
    ['import', at('2020.nianbao'), '--out', at('2020.nianbao')],
    ['new', '--from', at('2020.nianbao'), '--year', '2021', '--out', at('2020.nianbao')],
  ])
    expect([words, nianbao(...words, '--force').status]).toEqual([words, 2]);
  expect(readFileSync(source).equals(readFileSync(fixture('huaian-2024.txt')))).toBe(true);
  expect(readFileSync(at('2020.nianbao')).equals(report)).toBe(true);
});

test('whoever stops reading the answer leaves the program whole', () => {
  const [node, boot, root] = [process.execPath, 'test/host/boot.ts', '.'].map((word) => `'${word}'`);
  const line = `${node} ${boot} ${root} show '${at('2020.nianbao')}' --json | head -c 10; exit \${PIPESTATUS[0]}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '{"year":20', '']);
});

test('--help after a command tells its words', () => {
  const ran = nianbao('export', '--help');
  expect([ran.status, ran.stdout.startsWith('export 文件.nianbao')]).toEqual([0, true]);
});
