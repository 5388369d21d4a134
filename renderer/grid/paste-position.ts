// Where the figures of a block without labels belong: from the selected cell on, or over and over in a selection of several.
import type { PastedBlock } from './clipboard.ts';
import type { PlacedFigure } from './layout.ts';
import type { Landing, Landings, PasteTarget } from './paste-plan.ts';
import { figuresIn } from './selection.ts';

export function landByPosition(target: PasteTarget, block: PastedBlock): Landings {
  return repeated(target, block) ?? placed(target, block);
}

/** A single text fills the whole selection; a block fills a selection that is a multiple of it. */
function repeated({ layout, selected }: PasteTarget, block: PastedBlock): Landings | null {
  const figures = figuresIn(layout, selected);
  const height = selected.bottom - selected.top + 1;
  const width = selected.right - selected.left + 1;
  const single = block.rows.length === 1 && block.width === 1;
  const fits = height % block.rows.length === 0 && width % Math.max(1, block.width) === 0;
  if (figures.length < 2 || (!single && !fits)) return null;
  const cells = figures.flatMap((figure): Landing[] => {
    const row = block.rows[(figure.row - selected.top) % block.rows.length] ?? [];
    const text = row[(figure.column - selected.left) % Math.max(1, block.width)];
    return text === undefined || text === null ? [] : [{ figure, text }];
  });
  // texts that fall on positions covered by merged cells would be lost: then the block is placed once
  return cells.length < filledIn(block) ? null : { by: 'position', cells, strays: [], uncertain: false };
}

const isFilled = (text: string | null | undefined): text is string => typeof text === 'string' && text.trim() !== '';
const filledIn = (block: PastedBlock): number => block.rows.flat().filter(isFilled).length;

type Slots = (row: number, column: number) => PlacedFigure | undefined;

function placed(target: PasteTarget, block: PastedBlock): Landings {
  const { layout, selected } = target;
  // by column of the grid: a merged figure is met at its first column only
  const byColumn: Slots = (row, column) => {
    const cell = layout.at[selected.top + row]?.[selected.left + column];
    return cell?.kind === 'figure' &&
      (cell.column === selected.left + column || (column === 0 && cell.column < selected.left))
      ? cell
      : undefined;
  };
  // by order: the first column of the block is the first figure from the selected one on, and so forth
  const byOrder: Slots = (row, column) =>
    layout.lines[selected.top + row]?.filter((cell) => cell.column + cell.colspan > selected.left)[column];
  const grid = land(byColumn, block);
  const order = land(byOrder, block);
  if (sameLandings(grid.cells, order.cells) || block.merges === 'some') return grid;
  if (block.merges === 'none') return order;
  // plain text does not tell a blank cell from a covered one
  const best = grid.strays.length <= order.strays.length ? grid : order;
  const covers = selected.left + block.width === layout.columnCount && grid.strays.length === 0;
  return { ...best, uncertain: !covers };
}

function land(slots: Slots, block: PastedBlock): Landings {
  const cells: Landing[] = [];
  const strays: string[] = [];
  block.rows.forEach((row, down) => {
    for (let across = 0; across < block.width; across++) {
      // a short row of plain text has blanks at its end
      const text = row[across] === undefined ? '' : row[across];
      if (text === null || text === undefined) continue;
      const figure = slots(down, across);
      if (figure) cells.push({ figure, text });
      else if (isFilled(text)) strays.push(text.trim());
    }
  });
  return { by: 'position', cells, strays, uncertain: false };
}

const sameLandings = (left: readonly Landing[], right: readonly Landing[]): boolean => {
  const filled = (cells: readonly Landing[]): string =>
    cells.map(({ figure, text }) => `${figure.id}=${text.trim()}`).join('\n');
  return filled(left) === filled(right);
};
