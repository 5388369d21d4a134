// Tables of a web page: each row's own cells in order. Tables that only place things on the page are walked as text.
import type { RawCell } from '../../../../shared/import/raw-document.ts';
import {
  attribute,
  cellText,
  childrenOf,
  type Element,
  hasStruck,
  isElement,
  isSilent,
  type Node,
  rawText,
} from './html-text.ts';
import { STRUCK_OUT } from '../note-marks.ts';

export interface NamedCell {
  readonly id: string;
  readonly cell: RawCell;
}

/** Either rows of cells, or a piece of the page that a table cell holds, in the order of the page. */
export type TablePart =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly RawCell[])[]; readonly named: readonly NamedCell[] }
  | { readonly kind: 'page'; readonly node: Element };

const LONG_TEXT = 240;

export function tableParts(table: Element, place: string): TablePart[] {
  const parts: TablePart[] = [];
  let rows: RawCell[][] = [];
  let named: NamedCell[] = [];
  const endRows = (): void => {
    if (rows.length > 0) parts.push({ kind: 'rows', rows, named });
    rows = [];
    named = [];
  };
  const lines = rowsOf(table);
  const frame = lines.every((row) => cellsOf(row).filter((cell) => rawText(cell).trim() !== '').length <= 1);
  lines.forEach((row, index) => {
    const cells = cellsOf(row);
    if (cells.length === 0) return;
    if (frame || cells.some(holdsPage)) {
      endRows();
      parts.push(...cells.map((node): TablePart => ({ kind: 'page', node })));
      return;
    }
    rows.push(
      cells.map((cell) => {
        const read = readCell(cell, `${place}第${index + 1}行`);
        const id = attribute(cell, 'data-cell');
        if (id) named.push({ id, cell: read });
        return read;
      }),
    );
  });
  endRows();
  return parts;
}

/** A cell with tables of its own, or with more text than any label: part of the page, no cell. */
function holdsPage(cell: Element): boolean {
  const tables = descendants(cell, (node) => node.tagName === 'table');
  if (tables.some((inner) => rowsOf(inner).flatMap(cellsOf).length > 1)) return true;
  return rawText(cell).replace(/\s/g, '').length > LONG_TEXT;
}

function readCell(cell: Element, place: string): RawCell {
  const colspan = span(attribute(cell, 'colspan'));
  const rowspan = span(attribute(cell, 'rowspan'));
  const text = cellText(cell);
  return {
    text,
    place,
    ...(text === '' && hasStruck(cell) ? { doubt: STRUCK_OUT } : {}),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  };
}

const span = (text: string): number => Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 1000);

/** The rows of a table itself, hidden ones left out. */
const rowsOf = (table: Element): Element[] =>
  descendants(table, (node) => node.tagName === 'tr', ['table']).filter((row) => !isSilent(row));

const cellsOf = (row: Element): Element[] =>
  childrenOf(row).filter((node): node is Element => isCell(node) && !isSilent(node));

const isCell = (node: Node): boolean => isElement(node) && (node.tagName === 'td' || node.tagName === 'th');

/** Elements below a node, in order; what they hold is not searched, nor what the `closed` ones hold. */
function descendants(node: Element, wanted: (node: Element) => boolean, closed: readonly string[] = []): Element[] {
  const found: Element[] = [];
  const open = childrenOf(node).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next) || isSilent(next)) continue;
    if (wanted(next)) found.push(next);
    else if (!closed.includes(next.tagName)) open.push(...childrenOf(next).toReversed());
  }
  return found;
}
