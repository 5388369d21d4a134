// import: a published or office file into a new document.
import { countFindings } from '../../../shared/checks/finding.ts';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import type { EditionId, Report } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { EDITIONS, editionIds } from '../../../shared/editions/index.ts';
import { SOURCE_EXTENSIONS } from '../../../shared/import/source-files.ts';
import { proposeImport, sourceFileOf } from '../import-source.ts';
import { createDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { reportJson } from './report-json.ts';
import { newDocument, oneWord, readYear } from './words.ts';

const isEdition = (text: string): text is EditionId => Object.hasOwn(EDITIONS, text);

export const importCommand: Command = {
  usage: `import 文件 --out 新文件.nianbao [--year 年度] [--edition ${editionIds.join('|')}] [--force] [--json]`,
  summary: `读入已发布的年报或办公文件（${SOURCE_EXTENSIONS.join('、')}），存为新的年报文件`,
  options: { out: true, year: true, edition: true, force: false },

  async run(words, ports) {
    const file = oneWord(words, importCommand);
    if (!file.ok) return file;
    const out = newDocument(words, file.value, importCommand);
    if (!out.ok) return out;
    const force = words.options['force'] !== undefined;
    const wishes = readWishes(words.options);
    if (!wishes.ok) return wishes;
    const source = await proposeImport(file.value, wishes.value, ports.readSource);
    if (!source.ok) return source;
    const { report, warnings } = source.value.proposal;
    const original = sourceFileOf(source.value);
    if (!original.ok) return original;
    const label = `装入 ${source.value.fileName}`;
    const made = createDocument(out.value, { report, previous: null, label, source: original.value }, { force });
    if (!made.ok) return made;
    made.value.close();
    return ok({
      json: { ...reportJson(report), warnings },
      text: summary(
        report,
        warnings.map((warning) => warning.message),
      ),
    });
  },
};

function readWishes(options: Readonly<Record<string, string>>): Result<{ year?: number; edition?: EditionId }> {
  const { year, edition } = options;
  const read = year === undefined ? null : readYear(year);
  if (read && !read.ok) return read;
  if (edition !== undefined && !isEdition(edition)) {
    return refuse('bad-argument', `没有“${edition}”版的年报格式，可用：${editionIds.join('、')}。`);
  }
  return ok({ ...(read ? { year: read.value } : {}), ...(edition ? { edition } : {}) });
}

function summary(report: Report, warnings: readonly string[]): string[] {
  const counts = countFindings(runChecks(report, null));
  const filled = Object.values(report.cells).filter((cell) => cell.state === 'number').length;
  return [
    report.title,
    `${report.year}年度，${report.edition}年版格式；${Object.keys(report.cells).length}个单元格，其中${filled}个有数字。`,
    `全审：错误${counts.error}，提示${counts.warning}。`,
    ...warnings.map((message) => `请核对：${message}`),
  ];
}
