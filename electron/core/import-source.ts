// From a foreign file to a proposal, and from the accepted proposal to the content of a new document.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CarryNote } from '../../shared/carry/carry-forward.ts';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import { enteredValue } from '../../shared/editions/edit-cells.ts';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import type { AcceptImport } from '../../shared/ipc/contract.ts';
import { EMPTY_CHAPTER } from '../../shared/model/chapter.ts';
import { CHAPTER_KEYS, type CellId, type CellValue, type ChapterKey, type Report } from '../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import type { ReadingWishes } from './recognise-file.ts';
import type { NewDocument } from './store/document-store.ts';

export interface HeldSource {
  readonly token: string;
  readonly path: string;
  readonly fileName: string;
  readonly proposal: ImportProposal;
}

/** `recogniseFile`, in a process or a thread that can be stopped. */
export type ReadSourceFile = (path: string, wishes: ReadingWishes) => Promise<Result<ImportProposal>>;

/** Reads and matches one file; writes nothing. */
export async function proposeImport(
  path: string,
  wishes: ReadingWishes,
  readSource: ReadSourceFile,
): Promise<Result<Omit<HeldSource, 'token'>>> {
  const proposal = await readSource(path, wishes);
  return proposal.ok ? ok({ path, fileName: basename(path), proposal: proposal.value }) : proposal;
}

/** The new document that an accepted reading gives: next year's draft, or the report as it was published. */
export function acceptedImport(
  held: HeldSource,
  choice: AcceptImport,
): Result<{ readonly document: NewDocument; readonly notes?: readonly CarryNote[] }> {
  const read = corrected(held.proposal.report, choice);
  if (!read.ok) return read;
  const source = sourceFileOf(held);
  if (!source.ok) return source;
  const label = `装入 ${held.fileName}`;
  if (choice.mode === 'as-is') {
    return ok({ document: { report: read.value, previous: null, label, source: source.value } });
  }
  const { draft, notes } = carryForward(read.value, read.value.year + 1);
  const report = { ...draft, chapters: keepChapters(draft, choice.proseOf) };
  return ok({ document: { report, previous: read.value, label, source: source.value }, notes });
}

function corrected(report: Report, choice: AcceptImport): Result<Report> {
  if (choice.edition !== report.edition) {
    return refuse('edition-mismatch', '所选版本与识别出的表格不符，请返回上一步重新识别。');
  }
  const cells: Record<CellId, CellValue> = { ...report.cells };
  for (const correction of choice.corrections) {
    const entered = enteredValue(report, correction, 'typed');
    if (!entered.ok) return entered;
    cells[correction.cell] = entered.value;
  }
  return ok({ ...report, organ: choice.organ.trim() || report.organ, year: choice.year, cells });
}

const keepChapters = (draft: Report, kept: readonly ChapterKey[]): Report['chapters'] => {
  const chapters = { ...draft.chapters };
  for (const key of CHAPTER_KEYS) if (!kept.includes(key)) chapters[key] = EMPTY_CHAPTER;
  return chapters;
};

/** The imported file itself, kept in the document. It may have gone since it was read: then it is not kept silently. */
export function sourceFileOf(held: Omit<HeldSource, 'token'>): Result<NonNullable<NewDocument['source']>> {
  try {
    return ok({ name: held.fileName, bytes: readFileSync(held.path), note: held.proposal.report.title });
  } catch {
    return refuse('file-missing', `原文件“${held.fileName}”已经找不到，不能随年报一起保存；请把它放回原处再试。`);
  }
}
