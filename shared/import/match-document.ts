// A document as read -> the report in it: organ, year, edition, chapters and every figure, with what is doubtful. Pure.
import { EDITIONS, editionFor, figures, latestEdition } from '../editions/index.ts';
import { type CellId, type EditionId, type Report } from '../model/report.ts';
import { ok, refuse, type Result } from '../model/result.ts';
import { withBreaksParted } from './prose/broken-lines.ts';
import { chapterWarnings, editionWarnings, headingWarnings, missingWarnings } from './document-warnings.ts';
import { fillCells } from './tables/fill-cells.ts';
import { formModel } from './form-model.ts';
import { type ChapterStart, titleLines } from './prose/match-chapters.ts';
import { type EditionMatch, matchEdition } from './match-edition.ts';
import { type Heading, readHeading } from './heading/match-heading.ts';
import { matchProse } from './prose/match-prose.ts';
import { matchTables } from './tables/match-tables.ts';
import { namedFigures } from './named-cells.ts';
import { withLinesParted } from './tables/one-line-tables.ts';
import { withOwnTitles } from './prose/own-titles.ts';
import type { CellOrigin, ImportProposal, ImportWarning, ImportWishes } from './proposal.ts';
import type { RawDocument } from './raw-document.ts';
import { likelyYear, yearOf } from './heading/report-year.ts';
import { firstReport, severalWarnings } from './several-reports.ts';
import { unitDoubts } from './tables/stated-units.ts';

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
  const prose = matchProse(match.edition.chapters, raw, starts, { heading, tables });
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
    ...headingWarnings(report, heading, wishes),
    ...editionWarnings(match, finalYear, wishes),
    ...severalWarnings(match.edition.tables, titles),
    ...(tables.second ? [SECOND] : []),
    ...chapterWarnings(match.edition, starts),
    ...missingWarnings(model, readings, tables.unknown),
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
