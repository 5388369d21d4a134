// The import wizard's state and its answers: what was read, what the person corrected, what will be taken. Pure.
import { carryForward, type CarriedForward } from '../../shared/carry/carry-forward.ts';
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { formTitle } from '../../shared/editions/empty-report.ts';
import type { ImportWarning } from '../../shared/import/proposal.ts';
import type { AcceptImport, ImportMode, ReadSource } from '../../shared/ipc/contract.ts';
import { isEmptyChapter } from '../../shared/model/chapter.ts';
import { readFigure, readTypedFigure, type TypedFigure } from '../../shared/model/number-cell.ts';
import { type CellId, CHAPTER_KEYS, type ChapterKey, type Report } from '../../shared/model/report.ts';
import { convertFigure } from '../../shared/model/units.ts';

export interface Wizard {
  readonly source: ReadSource;
  readonly organ: string;
  readonly year: number;
  /** Texts typed in place of figures that were read wrongly, also those that are no figure yet. */
  readonly corrections: Readonly<Record<CellId, string>>;
  readonly mode: ImportMode;
  readonly proseOf: readonly ChapterKey[];
}

/** The wizard over a fresh reading, with everything proposed as it is usually wanted. */
export function startWizard(source: ReadSource): Wizard {
  const { report } = source.proposal;
  const own = report.status !== 'imported' && report.status !== 'final';
  return {
    source,
    organ: report.organ,
    year: report.year,
    corrections: {},
    mode: own ? 'as-is' : 'next-year',
    proseOf: CHAPTER_KEYS.filter((key) => !isEmptyChapter(report.chapters[key])),
  };
}

/** The person has put something right in it: figures, the organ or the year. */
export const isMended = ({ source, organ, year, corrections }: Wizard): boolean =>
  Object.keys(corrections).length > 0 || organ !== source.proposal.report.organ || year !== source.proposal.report.year;

/** How a correction reads in its cell. */
export function readCorrection(report: Report, cell: CellId, text: string): TypedFigure {
  const figure = figures(EDITIONS[report.edition]).get(cell);
  return figure ? readTypedFigure(text, figure.type) : { ok: false, reason: '表中没有此格' };
}

/** A figure printed in another unit than its cell's, turned into the cell's: offered, taken only when the person says so. */
export function convertedFigure(
  report: Report,
  cell: CellId,
): { readonly value: string; readonly unit: string } | null {
  const figure = figures(EDITIONS[report.edition]).get(cell);
  const read = report.cells[cell];
  if (!figure || !read || read.value === null) return null;
  const { unit } = readFigure(read.raw, figure.type);
  const value = unit === undefined ? null : convertFigure(read.value, unit, figure.unit);
  return value === null ? null : { value, unit: figure.unit };
}

/** Corrections that cannot stand, with their reasons. */
const refusedCorrections = (wizard: Wizard): readonly { readonly cell: CellId; readonly reason: string }[] =>
  corrected(wizard).flatMap(({ cell, text }) => {
    const read = readCorrection(wizard.source.proposal.report, cell, text);
    return read.ok ? [] : [{ cell, reason: read.reason }];
  });

const corrected = ({ corrections }: Wizard): readonly { readonly cell: CellId; readonly text: string }[] =>
  Object.entries(corrections).map(([cell, text]) => ({ cell: cell as CellId, text })); // keys of a record keyed by CellId

/** The report as it would be imported: the reading with the corrections. */
export function correctedReport(wizard: Wizard): Report {
  const { report } = wizard.source.proposal;
  const cells = { ...report.cells };
  for (const { cell, text } of corrected(wizard)) {
    const read = readCorrection(report, cell, text);
    if (!read.ok) continue;
    const { state, value, note } = read;
    cells[cell] = { state, value, raw: text, ...(note ? { note } : {}), source: { kind: 'typed' } };
  }
  const named = wizard.organ.trim() || report.organ;
  const title = report.title || formTitle(named, wizard.year);
  return { ...report, organ: named, year: wizard.year, title, cells };
}

/** What becomes of last year's figures when the next year's report starts from them. */
export const carryPreview = (wizard: Wizard): CarriedForward => carryForward(correctedReport(wizard), wizard.year + 1);

/** Doubts about one cell: its own and those of its row. */
export function doubtsOf(warnings: readonly ImportWarning[], cell: CellId): readonly ImportWarning[] {
  const row = cell.split('.').slice(0, 2).join('.');
  return warnings.filter((warning) => warning.cell === cell || warning.cell === row);
}

/** The figure cells that a warning speaks of: one, a whole row, or none. */
export function cellsOfWarning(report: Report, { cell }: ImportWarning): readonly CellId[] {
  if (!cell) return [];
  return [...figures(EDITIONS[report.edition]).keys()].filter((id) => id === cell || id.startsWith(`${cell}.`));
}

export const acceptanceOf = (wizard: Wizard): AcceptImport => ({
  token: wizard.source.token,
  mode: wizard.mode,
  organ: wizard.organ.trim(),
  year: wizard.year,
  edition: wizard.source.proposal.report.edition,
  corrections: corrected(wizard),
  proseOf: wizard.proseOf,
});

/** Why the wizard cannot go on, or null. */
export function obstacle(wizard: Wizard): string | null {
  if (wizard.organ.trim() === '') return '请填写机关全称。';
  if (!Number.isInteger(wizard.year) || wizard.year < 2008 || wizard.year > 2100) return '请填写正确的年度。';
  const [refused] = refusedCorrections(wizard);
  const { edition } = wizard.source.proposal.report;
  return refused ? `${cellLabel(EDITIONS[edition], refused.cell)}：${refused.reason}，请改正。` : null;
}
