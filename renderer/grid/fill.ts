// Filling: the first row of a selection down, its first column to the right, or a dragged range on and on.
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK } from '../../shared/model/report.ts';
import { type PastePlan, type PasteTarget, planLandings } from './paste-plan.ts';
import type { PlacedFigure } from './layout.ts';
import { linesIn, type Range } from './selection.ts';

export type FillWay = 'down' | 'right';

/** What Ctrl+D or Ctrl+R takes from and writes to; a single row or column takes from the one before it. Null where there is none. */
export function fillRanges(target: PasteTarget, way: FillWay): { readonly from: Range; readonly to: Range } | null {
  const { layout, selected } = target;
  const lines = linesIn(layout, selected);
  if (way === 'down') {
    if (lines.length > 1) {
      const first = lines[0]?.[0]?.row ?? selected.top;
      return { from: { ...selected, top: first, bottom: first }, to: { ...selected, top: first + 1 } };
    }
    const above = layout.lines.findLastIndex((line, row) => row < selected.top && line.length > 0);
    return above < 0 ? null : { from: { ...selected, top: above, bottom: above }, to: selected };
  }
  const columns = [...new Set(lines.flat().map(({ column }) => column))].toSorted((left, right) => left - right);
  const [first = selected.left, second] = columns;
  if (second !== undefined)
    return { from: { ...selected, left: first, right: second - 1 }, to: { ...selected, left: second } };
  const before = layout.lines[selected.top]?.findLast((cell) => cell.column < first);
  return before ? { from: { ...selected, left: before.column, right: first - 1 }, to: selected } : null;
}

/**
 * The plan of writing the texts of one range over another. Down: each figure takes the one of its own column; right: the one of its own
 * row; where there are several source rows or columns they take turns, counted from `from`.
 */
export function planFill(target: PasteTarget, from: Range, to: Range, way: FillWay): PastePlan {
  const { layout, report } = target;
  const source = linesIn(layout, from);
  const text = (figure: PlacedFigure): string => showFigure(report.cells[figure.id] ?? BLANK);
  const pick = <T>(list: readonly T[], index: number): T | undefined =>
    list[((index % list.length) + list.length) % list.length];
  const lines = linesIn(layout, to);
  const backwards = way === 'down' ? to.top < from.top : to.left < from.left;
  const cells = lines.flatMap((line, index) => {
    const ahead = backwards ? index - lines.length : index;
    const row = way === 'down' ? pick(source, ahead) : source.find((one) => one[0]?.row === line[0]?.row);
    return line.flatMap((figure, across) => {
      const aligned = row?.find((cell) => cell.column <= figure.column && figure.column < cell.column + cell.colspan);
      const turned = row && pick(row, backwards ? across - line.length : across);
      const taken = way === 'down' ? aligned : turned;
      return taken ? [{ figure, text: text(taken) }] : [];
    });
  });
  return planLandings(target, { by: 'fill', cells, strays: [], uncertain: false });
}

/** What dragging the handle to a position would fill: the longer way, never both. Null while inside the selection. */
export function dragFill(
  selected: Range,
  to: { readonly row: number; readonly column: number },
): { readonly to: Range; readonly way: FillWay } | null {
  const down = Math.max(to.row - selected.bottom, selected.top - to.row);
  const across = Math.max(to.column - selected.right, selected.left - to.column);
  if (down <= 0 && across <= 0) return null;
  if (down >= across) {
    return to.row > selected.bottom
      ? { way: 'down', to: { ...selected, top: selected.bottom + 1, bottom: to.row } }
      : { way: 'down', to: { ...selected, top: to.row, bottom: selected.top - 1 } };
  }
  return to.column > selected.right
    ? { way: 'right', to: { ...selected, left: selected.right + 1, right: to.column } }
    : { way: 'right', to: { ...selected, left: to.column, right: selected.left - 1 } };
}
