// 定稿 as a user meets it on the command line: refused, explained, locked, exported, verified, released.
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixture, nianbao, nianbaoJson } from './nianbao.ts';

interface Verified {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly exports?: readonly { readonly kind: string; readonly path: string; readonly state: string }[];
}
interface Checked {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly key: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

const NAMES = ['--drafted', '王拟', '--reviewed', '李审', '--signed', '张签'] as const;
const PRINTED = ['pdf', 'xlsx', 'docx', 'html', 'sheet'] as const;

let folder = '';
const at = (name: string): string => join(folder, name);
const verified = (file: string): Verified => {
  const { stdout, status } = nianbao('verify', file, '--json');
  const found = JSON.parse(stdout) as Verified; // the public shape
  expect(status).toBe(found.ok ? 0 : 2);
  return found;
};
const checked = (file: string): Checked => JSON.parse(nianbao('check', file, '--json').stdout) as Checked; // the public shape

/** Changes a file with a SQLite program, the lock of the file in force. */
function sql(file: string, ...statements: readonly string[]): void {
  const database = new Database(file);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

/** This year's draft with nothing received and what was carried in still open, so that no error stands but 提示 do. */
function draftWithoutErrors(path: string): void {
  nianbaoJson('new', '--from', at('2024.nianbao'), '--year', '2025', '--out', path);
  const draft = nianbaoJson<{ cells: Record<string, unknown> }>('show', path);
  const entries = Object.keys(draft.cells).filter((id) => !/\.total$|\.result_total\./.test(id));
  const open = ['applications.carried_in.natural', 'applications.carried_out.natural'];
  nianbaoJson('set', path, ...entries.map((id) => `${id}=${open.includes(id) ? 103 : 0}`));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-signoff-'));
  nianbaoJson('import', fixture('seed-jiaxing-eco-2020.txt'), '--out', at('2020.nianbao'));
  nianbaoJson('import', fixture('huaian-2024.txt'), '--out', at('2024.nianbao'));
  draftWithoutErrors(at('draft.nianbao'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('定稿 is refused while errors stand', () => {
  const before = readFileSync(at('2020.nianbao'));
  const ran = nianbao('finalise', at('2020.nianbao'), ...NAMES, '--json');
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toMatch(/全审还有\d+个错误，不能定稿/);
  expect(readFileSync(at('2020.nianbao')).equals(before)).toBe(true);
});

test('a draft is exported as a draft even when nobody asks for one', () => {
  const ran = nianbao('export', at('draft.nianbao'), '--html', at('draft.html'));
  expect(ran.stdout).toContain('已按草稿导出');
  expect(readFileSync(at('draft.html'), 'utf8')).toContain('草稿，未经签发，不得发布');
  const again = nianbaoJson<{ chapters: Record<string, string> }>(
    'import',
    at('draft.html'),
    '--out',
    at('again.nianbao'),
  );
  expect(again.chapters['preface']).toMatch(/^本报告由/);
});

test('定稿 of a draft is refused while a 提示 has no 说明, and done when each has one', () => {
  const { counts, findings } = checked(at('draft.nianbao'));
  expect(counts['error']).toBe(0);
  expect(counts['warning']).toBeGreaterThan(0);
  const refused = nianbao('finalise', at('draft.nianbao'), ...NAMES);
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.stringContaining(`还有${counts['warning']}条提示没有填写说明`),
  ]);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const [first, ...rest] = warnings;
  nianbaoJson('explain', at('draft.nianbao'), `${first?.key}=已与业务科室核对`);
  if (rest.length > 0) {
    expect(nianbao('finalise', at('draft.nianbao'), ...NAMES).status).toBe(2);
    nianbaoJson('explain', at('draft.nianbao'), ...new Set(rest.map(({ rule }) => `${rule}=已核对=属实`)));
  }
  expect(nianbao('explain', at('draft.nianbao'), 'NO-RULE=x').status).toBe(2);
  const { digest } = nianbaoJson<{ digest: string }>('finalise', at('draft.nianbao'), ...NAMES);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(nianbaoJson<{ status: string }>('show', at('draft.nianbao')).status).toBe('final');
});

test('a final document refuses every edit, also a second 定稿, and says how it can be changed', () => {
  const before = readFileSync(at('draft.nianbao'));
  for (const words of [
    ['set', at('draft.nianbao'), 'applications.new.natural=7'],
    ['explain', at('draft.nianbao'), 'CELL-BLANK=x'],
    ['finalise', at('draft.nianbao'), ...NAMES],
  ]) {
    const ran = nianbao(...words);
    expect([words[0], ran.status, ran.stdout]).toEqual([words[0], 2, '']);
    expect(ran.stderr).toMatch(/定稿|没有“CELL-BLANK”/);
  }
  expect(readFileSync(at('draft.nianbao')).equals(before)).toBe(true);
});

test('its exports carry no 草稿, are recorded with their SHA-256, and verify finds any later change to one of them', () => {
  nianbaoJson(
    'export',
    at('draft.nianbao'),
    ...PRINTED.flatMap((kind) => [`--${kind}`, at(`final-${kind}.${kind === 'sheet' ? 'pdf' : kind}`)]),
  );
  expect(readFileSync(at('final-html.html'), 'utf8')).not.toContain('草稿');
  const whole = verified(at('draft.nianbao'));
  expect([whole.ok, whole.problems]).toEqual([true, []]);
  for (const kind of PRINTED) expect(whole.exports?.find((file) => file.kind === kind)?.state).toBe('same');

  copyFileSync(at('final-pdf.pdf'), at('kept.pdf'));
  appendFileSync(at('final-pdf.pdf'), ' ');
  expect(verified(at('draft.nianbao')).problems).toEqual([
    '导出的文件“final-pdf.pdf”在导出之后被改动或替换过，与年报中的记录不一致。',
  ]);
  copyFileSync(at('kept.pdf'), at('final-pdf.pdf'));
  rmSync(at('final-xlsx.xlsx'));
  const put = verified(at('draft.nianbao'));
  expect(put.ok).toBe(true);
  expect(put.exports?.find(({ kind }) => kind === 'xlsx')?.state).toBe('missing');
}, 120_000);

test('the document is no place to export to, and two files need two names', () => {
  const before = readFileSync(at('draft.nianbao'));
  const ran = nianbao('export', at('draft.nianbao'), '--html', at('draft.nianbao'));
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('不能导出到年报文件自身')]);
  const twice = nianbao('export', at('draft.nianbao'), '--html', at('same'), '--docx', at('same'));
  expect([twice.status, existsSync(at('same'))]).toEqual([2, false]);
  expect(readFileSync(at('draft.nianbao')).equals(before)).toBe(true);
});

test('a SQLite program is stopped by the lock in the file; with the lock removed, verify names what it did', () => {
  const forged = at('forged.nianbao');
  copyFileSync(at('draft.nianbao'), forged);
  const change = "UPDATE cell SET value = '7', raw = '7' WHERE id = 'applications.new.natural'";
  expect(() => sql(forged, change)).toThrow('finalised');
  expect(verified(forged).ok).toBe(true);

  sql(forged, 'DROP TRIGGER cell_final_update', change);
  expect(verified(forged)).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('内部结构被其他程序改动过')],
  });

  copyFileSync(at('draft.nianbao'), forged);
  const database = new Database(forged);
  const trigger = database
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'cell_final_update'")
    .pluck()
    .get() as string; // text of the schema
  database.exec(`DROP TRIGGER cell_final_update; ${change}; ${trigger}`);
  database.close();
  const found = verified(forged);
  expect(found.ok).toBe(false);
  expect(found.problems.join()).toContain('定稿后内容被改动过');
  expect(nianbao('show', forged).status).toBe(2);
});

test('a lock that is taken off by hand, without a reason, is found', () => {
  const forged = at('unlocked.nianbao');
  copyFileSync(at('draft.nianbao'), forged);
  sql(forged, 'UPDATE meta SET final = 0, final_digest = NULL');
  expect(verified(forged).ok).toBe(false);
  expect(nianbao('set', forged, 'disclosure.rules.made=1').status).toBe(2);
});

test('解除定稿 needs a reason, which stays; then the draft can be changed and is a draft again', () => {
  expect(nianbao('unlock', at('draft.nianbao')).status).toBe(2);
  expect(nianbaoJson('unlock', at('draft.nianbao'), '--reason', '复议件数有误', '--by', '王拟')).toEqual({
    status: 'draft',
  });
  expect(nianbao('unlock', at('draft.nianbao'), '--reason', '再来').stderr).toContain('没有定稿');
  nianbaoJson('set', at('draft.nianbao'), 'disclosure.rules.made=1');
  const whole = verified(at('draft.nianbao'));
  expect([whole.ok, whole.problems]).toEqual([true, []]);
  nianbaoJson('export', at('draft.nianbao'), '--html', at('final-html.html'));
  expect(readFileSync(at('final-html.html'), 'utf8')).toContain('草稿');
  const database = new Database(at('draft.nianbao'), { readonly: true });
  expect(database.prepare("SELECT name, remark FROM signoff WHERE kind = 'unlocked'").get()).toEqual({
    name: '王拟',
    remark: '复议件数有误',
  });
  database.close();
  expect(existsSync(at('draft.nianbao'))).toBe(true);
});

test('a published report without errors is locked as it stands, and the 提示 without 说明 are counted', () => {
  const done = nianbaoJson<{ digest: string; unexplained: number }>('finalise', at('2024.nianbao'), ...NAMES);
  expect(done.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(done.unexplained).toBeGreaterThan(0);
});
