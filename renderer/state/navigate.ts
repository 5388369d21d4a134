// Going somewhere: to a screen, a cell, a sentence, a finding.
import { findingKey, type Finding } from '../../shared/checks/finding.ts';
import { EDITIONS, tableOf } from '../../shared/editions/index.ts';
import type { CellId, ChapterKey } from '../../shared/model/report.ts';
import { flushDrafts } from './drafts.ts';
import type { Place } from './place.ts';
import { setState, state } from './store.ts';

let nonce = 0;

export function go(place: Place): void {
  flushDrafts();
  setState({ place, flash: [], jump: null, quote: null, selection: null, activeCell: null });
}

/** To a figure; `flash` are the cells shown with it (every cell of an equation). */
export function goToCell(cell: CellId, flash: readonly CellId[] = [cell]): void {
  const { document } = state();
  const table = document && tableOf(EDITIONS[document.report.edition], cell);
  if (!table) return;
  flushDrafts();
  setState({ place: { view: 'table', table: table.id }, jump: { cell, nonce: ++nonce }, flash, activeCell: cell });
}

export function goToQuote(chapter: ChapterKey, text: string): void {
  flushDrafts();
  const place = placeOfChapter(chapter);
  setState({ place, quote: { chapter, text, nonce: ++nonce }, flash: [], jump: null, activeCell: null });
}

/** The screen that shows a chapter: its table where it has one. */
export function placeOfChapter(chapter: ChapterKey): Place {
  const { document } = state();
  const table = document && EDITIONS[document.report.edition].tables.find((one) => one.chapter === chapter);
  return table ? { view: 'table', table: table.id } : { view: 'chapter', chapter };
}

/** To what a finding is about. */
export function goToFinding(finding: Finding): void {
  setState({ finding: findingKey(finding), panel: 'checks', panelOpen: true });
  const [first] = finding.cells;
  if (finding.quote && finding.chapter) goToQuote(finding.chapter, finding.quote);
  else if (first) goToCell(first, finding.cells);
  else if (finding.chapter) go(placeOfChapter(finding.chapter));
  else go({ view: 'chapter', chapter: 'preface' });
}

/** F4 and Shift+F4: around the list of findings, in the order of the panel; what has its 说明 is done with and passed over. */
export function goToNextFinding(step: 1 | -1): boolean {
  const { findings, finding, document } = state();
  const at = findings.findIndex((one) => findingKey(one) === finding);
  const from = at < 0 && step < 0 ? 0 : at;
  for (let by = 1; by <= findings.length; by++) {
    const next = findings[(from + step * by + findings.length * by) % findings.length];
    if (!next || document?.explanations[findingKey(next)]) continue;
    goToFinding(next);
    return true;
  }
  return false;
}
