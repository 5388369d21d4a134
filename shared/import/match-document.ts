// A document as read -> the report in it: organ, year, edition, chapters and every figure, with what is doubtful. Pure.
import { CHAPTERS } from '../editions/chapters.ts';
import { EDITIONS, editionFor, figures, latestEdition } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { type CellId, type EditionId, type Report } from '../model/report.ts';
import { ok, refuse, type Result } from '../model/result.ts';
import { withBreaksParted } from './broken-lines.ts';
import { fillCells } from './fill-cells.ts';
import { type FormModel, formModel } from './form-model.ts';
import { bareLabel } from './labels.ts';
import { type ChapterStart, titleLines } from './match-chapters.ts';
import { type EditionMatch, matchEdition } from './match-edition.ts';
import { type Heading, readHeading } from './match-heading.ts';
import { matchProse } from './match-prose.ts';
import { matchTables, type MatchedTables } from './match-tables.ts';
import { namedFigures } from './named-cells.ts';
import { withLinesParted } from './one-line-tables.ts';
import { withOwnTitles } from './own-titles.ts';
import type { CellOrigin, ImportProposal, ImportWarning, ImportWishes } from './proposal.ts';
import type { RawDocument } from './raw-document.ts';
import { likelyYear, yearOf } from './report-year.ts';
import { firstReport, severalWarnings } from './several-reports.ts';
import { unitDoubts } from './stated-units.ts';

/**
 * Recognises a report in what a reader gave. Nothing is guessed silently: a figure whose place is not certain carries a warning that
 * names its cell or its row.
 *
 * @returns a refusal `not-a-report` where neither the tables nor the chapters of a report are in the document.
 */
export function matchDocument(document: RawDocument, wishes: ImportWishes): Result<ImportProposal> {
  if (document.report) return ok(ownReport(document, document.report, wishes));
  const form = wishes.year === undefined ? latestEdition() : editionFor(wishes.year);
  const anyOrder = document.kind === 'xlsx' || document.kind === 'xls';
  const whole = withOwnTitles(form, withLinesParted(withBreaksParted(document.blocks)), anyOrder);
  const { blocks: own, titles } = firstReport(form, whole.blocks);
  const { blocks, starts } = titles.length > 0 ? withOwnTitles(form, own, anyOrder) : whole;
  const raw = { ...document, blocks };
  const heading = headingOf(raw, starts, wishes);
  const year = wishes.year ?? heading.year;
  const match = editionOf(raw, year, wishes);
  const model = formModel(match.edition);
  const tables = matchTables(model, raw.blocks, starts);
  const named = namedFigures(model, raw, tables.readings);
  const found = starts.length;
  if (
    named.length === 0 &&
    tables.readings.length < 3 &&
    !(found >= 3 && (tables.readings.length > 0 || heading.title !== ''))
  )
    return refuse(
      'not-a-report',
      `文件“${wishes.fileName}”里没有认出政府信息公开工作年度报告的表格和章节，不能装入；请检查是否选错了文件。`,
    );

  const namedRows = new Set(named.map(({ row }) => row.id));
  const readings = [...named, ...tables.readings.filter(({ row }) => !namedRows.has(row.id))];
  const filled = fillCells(model, readings, wishes.fileName);
  const prose = matchProse(raw, starts, heading, tables);
  const guess = yearInName(wishes.fileName) ?? likelyYear(titleLines(raw.blocks).map(({ text }) => text));
  const finalYear = year ?? guess ?? match.edition.firstYear;
  const report: Report = {
    organ: wishes.organ ?? raw.meta?.['organ'] ?? heading.organ,
    year: finalYear,
    edition: match.edition.id,
    title: raw.meta?.['title'] ?? heading.title,
    status: 'imported',
    cells: filled.cells,
    chapters: prose.chapters,
  };
  const warnings: ImportWarning[] = [
    ...headingWarnings(raw, heading, wishes, year, finalYear),
    ...editionWarnings(match, finalYear, wishes),
    ...severalWarnings(match.edition.tables, titles),
    ...(tables.second ? [SECOND] : []),
    ...chapterWarnings(starts),
    ...missing(model, readings, tables),
    ...filled.warnings,
    ...unitDoubts(model, tables.readings, filled.cells, raw.blocks),
    ...prose.warnings,
    ...raw.remarks.map((message): ImportWarning => ({ code: 'reader', message })),
  ];
  return ok({ report, warnings, origins: filled.origins, blocks: raw.blocks });
}

const SECOND: ImportWarning = {
  code: 'year-contradicts',
  message: '文件里不止一份年报：年度、文字和数字可能取自不同的一份，请逐项核对，或把要用的一份单独存成文件再装入。',
};

/** A year in the name of the file: a guess, always told. */
const yearInName = (name: string): number | null => {
  const year = /(?<!\d)(20[12]\d)(?!\d)/.exec(name)?.[1];
  return year ? Number(year) : null;
};

function headingOf(raw: RawDocument, starts: readonly ChapterStart[], wishes: ImportWishes): Heading {
  const first = starts[0];
  const lines = titleLines(raw.blocks);
  const front = lines.filter(
    ({ block, row }) => !first || block < first.block || (block === first.block && (row ?? -1) < (first.row ?? -1)),
  );
  const before = (first ? front : front.slice(0, 40)).map(({ text }) => text);
  const outside = [raw.meta?.['title'], raw.title, wishes.fileName].filter((text) => text !== undefined);
  const heading = readHeading(
    before,
    outside,
    lines.slice(before.length).map(({ text }) => text),
  );
  const stated = Number(raw.meta?.['year']);
  const year = stated >= 1990 && stated <= 2099 ? stated : (heading.year ?? yearOf(wishes.fileName));
  return { ...heading, year, ...(raw.meta?.['organ'] ? { organ: raw.meta['organ'], organSure: true } : {}) };
}

function editionOf(raw: RawDocument, year: number | null, wishes: ImportWishes): EditionMatch {
  const stated = raw.meta?.['edition'];
  const own = Object.values(EDITIONS).find(({ id }) => id === stated);
  if (own && raw.namedCells) return { edition: own, mixed: [], guessed: false };
  const match = matchEdition(raw.blocks, year);
  return match.guessed && wishes.edition ? { ...match, edition: EDITIONS[wishes.edition] } : match;
}

function headingWarnings(
  raw: RawDocument,
  heading: Heading,
  wishes: ImportWishes,
  year: number | null,
  used: number,
): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const organ = wishes.organ ?? raw.meta?.['organ'] ?? heading.organ;
  if (organ === '') warnings.push({ code: 'organ-unknown', message: '没有认出编制年报的机关名称，请填写全称。' });
  else if (!wishes.organ && !heading.organSure)
    warnings.push({
      code: 'organ-unknown',
      message: `${heading.title === '' ? '文件中没有标题，机关名称' : '标题中的机关名称不完整，'}按正文推定为“${organ}”，请核对。`,
    });
  if (year === null) warnings.push({ code: 'year-unknown', message: `没有认出年报的年度，暂按${used}年，请核对。` });
  if (wishes.year !== undefined && heading.year !== null && heading.year !== wishes.year)
    warnings.push({
      code: 'year-contradicts',
      message: `指定的年度是${wishes.year}年，文件写的是${heading.year}年，已按指定的年度装入，请核对。`,
    });
  return warnings;
}

function editionWarnings(match: EditionMatch, year: number, wishes: ImportWishes): ImportWarning[] {
  const { edition, mixed, guessed } = match;
  const warnings: ImportWarning[] = [];
  const byYear = editionFor(year);
  if (guessed && !wishes.edition)
    warnings.push({
      code: 'edition-guessed',
      message: `从表格中认不出版本，按年度采用${edition.id}年版格式，请核对。`,
    });
  if (wishes.edition && wishes.edition !== edition.id)
    warnings.push({
      code: 'edition-contradicts',
      message: `指定的是${wishes.edition}年版，文件中的表格是${edition.id}年版，已按表格本身装入，请核对。`,
    });
  else if (!guessed && byYear.id !== edition.id)
    warnings.push({
      code: 'edition-contradicts',
      message: `${year}年的年报应使用${byYear.id}年版格式，文件中的表格是${edition.id}年版，已按表格本身装入，请核对。`,
    });
  if (mixed.length > 0)
    warnings.push({
      code: 'edition-contradicts',
      message: `表格中混有其他版本的项目（${mixed.slice(0, 4).join('、')}${mixed.length > 4 ? '等' : ''}），请核对。`,
    });
  return warnings;
}

function chapterWarnings(starts: readonly ChapterStart[]): ImportWarning[] {
  return CHAPTERS.flatMap((chapter): ImportWarning[] => {
    const start = starts.find(({ key }) => key === chapter.key);
    const name = `${chapter.number}、${chapter.title}`;
    if (!start)
      return [{ code: 'chapter-missing', chapter: chapter.key, message: `没有找到“${name}”的标题，请核对各章文字。` }];
    if (start.exact || bareLabel(start.printed) === bareLabel(chapter.title)) return [];
    return [
      { code: 'chapter-title', chapter: chapter.key, message: `按文件中的“${start.printed}”识别为“${name}”，请核对。` },
    ];
  });
}

function missing(model: FormModel, readings: MatchedTables['readings'], tables: MatchedTables): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const found = new Set(readings.map(({ row }) => row.id));
  for (const table of model.edition.tables) {
    const rows = model.rows.filter((row) => row.table === table.id);
    const lost = rows.filter(({ id }) => !found.has(id));
    if (lost.length === rows.length)
      warnings.push({
        code: 'table-missing',
        cell: table.id,
        message: `没有找到${table.name}（或表格是图片），表中各格留空，请对照原文填写。`,
      });
    else
      for (const row of lost)
        warnings.push({
          code: 'row-missing',
          cell: row.id,
          message: `${table.name}中没有找到“${row.label}”一行，该行各格留空，请对照原文填写。`,
        });
  }
  // lines of a table of contents: “一、总体情况 1”
  const titles = model.edition.chapters.flatMap(({ title, titleVariants }) => [title, ...titleVariants].map(bareLabel));
  for (const { label, place, text } of tables.unknown.filter((row) => !titles.includes(bareLabel(row.label))))
    warnings.push({
      code: 'label-unknown',
      message: `${place}的“${label}”不是${model.edition.id}年版表格中的项目，其数字没有装入，原文为“${text}”。`,
    });
  return warnings;
}

/** Our own document file: everything is known. */
function ownReport(raw: RawDocument, report: Report, wishes: ImportWishes): ImportProposal {
  const origins: Record<CellId, CellOrigin> = {};
  for (const id of figures(EDITIONS[report.edition]).keys())
    origins[id] = { raw: report.cells[id]?.raw ?? '', place: wishes.fileName, block: -1 };
  const edition: EditionId = report.edition;
  const contradicted = wishes.edition !== undefined && wishes.edition !== edition;
  const warnings: ImportWarning[] = contradicted
    ? [
        {
          code: 'edition-contradicts',
          message: `指定的是${wishes.edition}年版，文件是${edition}年版，已按文件本身装入，请核对。`,
        },
      ]
    : [];
  const whole: Report = {
    ...report,
    organ: wishes.organ ?? report.organ,
    year: wishes.year ?? report.year,
    status: 'imported',
  };
  return { report: whole, warnings, origins, blocks: raw.blocks };
}

export type { FormEdition };
