// The first table of an HTML text for tests without a browser, parsed by the HTML standard's own rules.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { HtmlCell, HtmlTable } from '../../renderer/grid/clipboard.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: object): readonly Node[] =>
  'childNodes' in node ? (node.childNodes as readonly Node[]) : []; // parse5's own field

const named = (node: object, ...names: readonly string[]): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...('tagName' in child && names.includes(child.tagName) ? [child] : []),
    ...named(child, ...names),
  ]);

const textOf = (node: object): string =>
  childrenOf(node)
    .map((child) => ('value' in child ? child.value : textOf(child)))
    .join('');

const spanOf = (cell: Element, name: string): number => {
  const stated = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isFinite(stated) ? stated : 1;
};

export function findTable(html: string): HtmlTable | null {
  const table = named(parse(html), 'table')[0];
  if (!table) return null;
  const rows = named(table, 'tr').map((row) => ({
    cells: named(row, 'td', 'th').map(
      (cell): HtmlCell => ({
        rowSpan: spanOf(cell, 'rowspan'),
        colSpan: spanOf(cell, 'colspan'),
        textContent: textOf(cell),
      }),
    ),
  }));
  return { rows };
}
