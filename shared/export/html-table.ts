// A statutory table as HTML: spans as printed, every figure tied to its heads, each cell known by its id.
import type { LayoutCell, LayoutFigure, LayoutLabel, LayoutTable } from './layout-document.ts';
import { attributes, escapeHtml } from './markup.ts';

/** Inline styles, for pages whose style sheet is lost when the table is pasted into another editor. */
export interface TableStyles {
  readonly table?: string;
  readonly label?: (cell: LayoutLabel) => string;
  readonly figure?: (cell: LayoutFigure) => string;
}

export function htmlTable(table: LayoutTable, styles: TableStyles = {}): string {
  const columns = table.columnWidths.map((share) => `<col style="width:${percent(share)}">`).join('');
  const row = (cells: readonly LayoutCell[]): string =>
    `<tr>${cells.map((cell) => htmlCell(table, cell, styles)).join('')}</tr>`;
  const head = table.rows.slice(0, table.headRows);
  return [
    // no caption: the chapter title above says the same, and a reader would take it for prose
    `<table${attributes({ class: `table-${table.id}`, 'data-table': table.id, 'aria-label': table.caption, style: styles.table })}>`,
    `<colgroup>${columns}</colgroup>`,
    ...(head.length > 0 ? ['<thead>', ...head.map(row), '</thead>'] : []),
    ...bodies(table).flatMap((rows) => ['<tbody>', ...rows.map(row), '</tbody>']),
    '</table>',
  ].join('\n');
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** The rows under the head, one group for each section. */
function bodies(table: LayoutTable): (readonly LayoutCell[])[][] {
  const groups: (readonly LayoutCell[])[][] = [];
  for (const row of table.rows.slice(table.headRows)) {
    if (groups.length === 0 || (row[0]?.kind === 'label' && row[0].role === 'section')) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}

function htmlCell(table: LayoutTable, cell: LayoutCell, styles: TableStyles): string {
  const span = {
    colspan: cell.colspan > 1 ? cell.colspan : undefined,
    rowspan: cell.rowspan > 1 ? cell.rowspan : undefined,
  };
  if (cell.kind === 'label') {
    const names = { id: headId(table, cell), class: cell.role, scope: scopeOf(cell), style: styles.label?.(cell) };
    return `<th${attributes({ ...names, ...span })}>${escapeHtml(cell.text)}</th>`;
  }
  // an empty cell would be left out of the tag tree of the PDF
  const text = cell.text === '' ? '&nbsp;' : escapeHtml(cell.text);
  const names = {
    'data-cell': cell.id,
    'data-value': cell.value ?? undefined,
    'data-note': cell.note,
    headers: headsOf(table, cell)
      .map((head) => headId(table, head))
      .join(' '),
    style: styles.figure?.(cell),
  };
  return `<td${attributes({ ...names, ...span })}>${text}</td>`;
}

function scopeOf(cell: LayoutLabel): 'col' | 'colgroup' | 'row' | 'rowgroup' {
  if (cell.role === 'section') return 'rowgroup';
  if (cell.role === 'column') return cell.colspan > 1 ? 'colgroup' : 'col';
  return cell.rowspan > 1 ? 'rowgroup' : 'row';
}

const headId = (table: LayoutTable, { row, column }: LayoutLabel): string => `${table.id}-${row}-${column}`;

/** The labels a figure stands under and beside: its section, the column heads since then, the row heads. */
export function headsOf(table: LayoutTable, figure: LayoutFigure): readonly LayoutLabel[] {
  const labels = table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'label'));
  const section = labels.findLast((label) => label.role === 'section' && label.row < figure.row);
  return labels.filter((label) => {
    switch (label.role) {
      case 'section':
        return label === section;
      case 'column':
        return (
          label.row < figure.row &&
          (label.row < table.headRows || label.row > (section?.row ?? -1)) &&
          label.column < figure.column + figure.colspan &&
          figure.column < label.column + label.colspan
        );
      case 'row':
        return label.row <= figure.row && figure.row < label.row + label.rowspan && label.column < figure.column;
    }
  });
}
