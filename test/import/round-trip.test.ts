// What the program writes it reads back to the last cell, also after an office program has opened the file and saved it again.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { WRITERS } from '../../electron/core/writers/index.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import type { LayoutDocument } from '../../shared/export/layout-document.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { CHAPTER_KEYS, type Report } from '../../shared/model/report.ts';
import { caseFile, importBytes } from './import-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-round-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KINDS = ['xlsx', 'docx', 'html'] as const satisfies readonly (keyof typeof WRITERS)[];
/** A file of ours, and what an office program may save it as. */
const SAVED_AGAIN = [
  ['docx', 'docx:MS Word 2007 XML'],
  ['docx', 'doc:MS Word 97'],
  ['docx', 'pdf'],
  ['xlsx', 'xlsx:Calc MS Excel 2007 XML'],
  ['xlsx', 'xls:MS Excel 97'],
] as const;
const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** A published report with a note, a dash and a cell of text added. */
async function report(file: string): Promise<Report> {
  const { report: read } = await importBytes(caseFile(file), file);
  const source = { kind: 'typed' } as const;
  const cells: Report['cells'] = {
    ...read.cells,
    'applications.granted.total': {
      state: 'number',
      value: '22',
      raw: '22（其中更正2件）',
      note: '其中更正2件',
      source,
    },
    'disclosure.rules.made': { state: 'dash', value: null, raw: '/', source },
  };
  return { ...read, cells };
}

const essence = ({ organ, year, edition, title, cells, chapters }: Report): unknown => ({
  organ,
  year,
  edition,
  title,
  cells: Object.fromEntries(
    Object.entries(cells)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([id, { state, value, note }]) => [id, `${state} ${value} ${note ?? ''}`]),
  ),
  // a page does not keep single spaces
  chapters: CHAPTER_KEYS.map((key) => chapterText(chapters[key]).replaceAll(' ', '')),
});

function savedAgain(bytes: Uint8Array, kind: string, filter: string): Buffer {
  writeFileSync(join(folder, `report.${kind}`), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'out');
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', out, join(folder, `report.${kind}`)],
    {
      stdio: 'ignore',
    },
  );
  return readFileSync(join(out, `report.${filter.split(':')[0]}`));
}

const layout = (written: Report): LayoutDocument => layoutOf(written, { fingerprint: '0'.repeat(64), draft: false });

async function expectBack(bytes: Uint8Array, name: string, written: Report): Promise<void> {
  const again = await importBytes(bytes, name);
  expect(essence(again.report)).toEqual(essence(written));
  expect(again.warnings.filter(({ cell }) => cell !== undefined)).toEqual([]);
}

describe.each(['seed-jiaxing-eco-2020.txt', 'huaian-2024.txt', 'hangzhou-like-2025.html'])('%s', (file) => {
  test.each(KINDS)('%s', async (kind) => {
    const written = await report(file);
    await expectBack(await WRITERS[kind](layout(written)), `a.${kind}`, written);
  });
});

test.runIf(hasOffice).each(SAVED_AGAIN)(
  '%s saved again by LibreOffice as %s',
  { timeout: 120_000 },
  async (kind, filter) => {
    const written = await report('seed-jiaxing-eco-2020.txt');
    const bytes = savedAgain(await WRITERS[kind](layout(written)), kind, filter);
    await expectBack(bytes, `a.${filter.split(':')[0]}`, written);
  },
);
