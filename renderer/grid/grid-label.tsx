// A printed label of the form as a head of the table; a click on it selects what it stands over.
import { memo } from 'react';
import { cssWidth, type GridLayout, type PlacedLabel } from './layout.ts';

interface GridLabelProps {
  readonly label: PlacedLabel;
  readonly layout: GridLayout;
  /** It is a head of the active cell. */
  readonly lit: boolean;
}

function View({ label, layout, lit }: GridLabelProps) {
  const { row, column, rowspan, colspan, role, breaksAtMarks } = label;
  const frozen = column < layout.headColumns && colspan <= layout.headColumns;
  const names = [
    'grid-label',
    `is-${role}`,
    lit && 'is-lit',
    frozen && 'is-frozen',
    breaksAtMarks && rowspan > 1 && 'breaks-at-marks',
  ];
  return (
    <th
      id={label.domId}
      scope={scopeOf(label)}
      rowSpan={rowspan}
      colSpan={colspan}
      className={names.filter(Boolean).join(' ')}
      style={frozen ? { left: cssWidth(layout, 0, column) } : undefined}
      data-row={row}
      data-column={column}
    >
      {label.text}
    </th>
  );
}

const scopeOf = ({ role, rowspan, colspan }: PlacedLabel): string => {
  if (role === 'row') return rowspan > 1 ? 'rowgroup' : 'row';
  return colspan > 1 ? 'colgroup' : 'col';
};

export const GridLabel = memo(View);
