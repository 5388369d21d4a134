// The statutory form with the figures as read; doubtful ones amber, corrected ones blue. A click shows where a figure stands in the source.
import type { FormCell, TableSpec } from '../../../shared/editions/types.ts';
import type { ImportWarning } from '../../../shared/import/proposal.ts';
import { showFigure } from '../../../shared/model/number-cell.ts';
import { BLANK, type CellId, type Cells } from '../../../shared/model/report.ts';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { doubtsOf } from '../../state/import-wizard.ts';

interface Props {
  readonly table: TableSpec;
  readonly cells: Cells;
  readonly corrected: Readonly<Record<CellId, string>>;
  readonly warnings: readonly ImportWarning[];
  readonly selected: CellId | null;
  readonly onSelect: (cell: CellId) => void;
}

const labelOf = (table: TableSpec, id: CellId): string => {
  const edition = Object.values(EDITIONS).find(({ tables }) => tables.includes(table));
  return edition ? cellLabel(edition, id) : id;
};

function Figure({ id, span, props }: { readonly id: CellId; readonly span: number; readonly props: Props }) {
  const { table, cells, corrected, warnings, selected, onSelect } = props;
  const cell = cells[id] ?? BLANK;
  const doubts = doubtsOf(warnings, id);
  const text = showFigure(cell);
  // what a person reads in the cell is read out as well
  const original =
    cell.state === 'number' && cell.raw.trim() !== text && !(id in corrected) ? `原文 ${cell.raw.trim()}` : '';
  const names = [
    'read-figure',
    doubts.length > 0 && 'is-doubtful',
    id in corrected && 'is-corrected',
    cell.state === 'blank' && 'is-blank',
  ];
  return (
    <td colSpan={span}>
      <button
        type="button"
        className={names.filter(Boolean).join(' ')}
        aria-pressed={selected === id}
        aria-label={`${labelOf(table, id)}：${text || '空白'}${original && ` ${original}`}${doubts.length > 0 ? '，存疑' : ''}`}
        title={doubts.map(({ message }) => message).join('\n') || undefined}
        onClick={() => onSelect(id)}
      >
        {text || '空'} {original && <small>{original}</small>}
      </button>
    </td>
  );
}

function cellOf(cell: FormCell, props: Props, key: number) {
  if (cell.kind === 'figure') return <Figure key={cell.id} id={cell.id} span={cell.colspan} props={props} />;
  return (
    <th
      key={key}
      scope={cell.role === 'row' ? 'row' : 'col'}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      className={`is-${cell.role}`}
    >
      {cell.text}
    </th>
  );
}

export function FormTable(props: Props) {
  const { table } = props;
  return (
    <table className="form-table" aria-label={table.name}>
      <colgroup>
        {table.columnWidths.map((width, index) => (
          <col key={index} style={{ width: `${width * 100}%` }} />
        ))}
      </colgroup>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>{row.map((cell, at) => cellOf(cell, props, at))}</tr>
        ))}
      </tbody>
    </table>
  );
}
