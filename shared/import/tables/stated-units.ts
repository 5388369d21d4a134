// The unit that a file states for an amount of money (in the head over it, beside its row, above its table) against the unit of the form.
import { cellLabel } from '../../editions/cell-label.ts';
import { isChapterLine } from '../../editions/form-lines.ts';
import type { CellId, CellValue } from '../../model/report.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel, squeeze } from '../labels.ts';
import type { ImportWarning } from '../proposal.ts';
import type { RawBlock } from '../raw-document.ts';
import { cellKind, type RowReading } from './row-reading.ts';

interface Line {
  readonly block: number;
  readonly at: number;
  readonly text: string;
}

const MONEY = '(?:人民币)?((?:[十百千万亿]{0,2})元)';
/** “（单位：元）”, “（万元）”, “（万元，保留四位小数）”: over the figures or beside them. */
const BESIDE = new RegExp(
  `[（(](?:单位[:：]?|以)?${MONEY}(?:计|为单位)?(?:[，,、；;][^（）()]{0,14})?[）)]|单位[:：]${MONEY}`,
);
/** “单位：件、元”: above the whole table. */
const ABOVE = new RegExp(`单位[:：](?:[^，。；]{0,8}[、,，/])?${MONEY}`);
/** Lines between a table's caption and its last section, where each cell is a line. */
const FARTHEST = 80;

/** Amounts whose unit in the file is another than the form's: the figure is kept as printed, and doubtful. */
export function unitDoubts(
  model: FormModel,
  readings: readonly RowReading[],
  cells: Readonly<Record<CellId, CellValue>>,
  blocks: readonly RawBlock[],
): ImportWarning[] {
  const amounts = readings.filter(({ row }) => row.figures.some(({ type }) => type === 'amount'));
  if (amounts.length === 0) return [];
  const lines = linesOf(blocks);
  return amounts.flatMap((reading) =>
    reading.row.figures.flatMap((figure, index): ImportWarning[] => {
      const value = cells[figure.id];
      const ownUnit = /元/.test(reading.cells[index]?.text ?? '');
      if (figure.type !== 'amount' || ownUnit || value?.state !== 'number' || Number(value.value) === 0) return [];
      const unit = statedUnit(model, lines, reading);
      if (unit === null || unit === figure.unit) return [];
      const label = cellLabel(model.edition, figure.id);
      return [
        {
          code: 'value-unit',
          cell: figure.id,
          message: `${label}：文件注明单位为“${unit}”，此格单位为${figure.unit}，“${value.value}”未作换算，请核对。`,
        },
      ];
    }),
  );
}

const linesOf = (blocks: readonly RawBlock[]): Line[] =>
  blocks.flatMap((content, block) =>
    content.kind === 'table'
      ? content.rows.map((row, at) => ({ block, at, text: labelsOf(row.map(({ text }) => text)) }))
      : [{ block, at: 0, text: squeeze(content.text) }],
  );

/** Figures may have a unit too, which is theirs alone. */
const labelsOf = (texts: readonly string[]): string =>
  texts
    .filter((text) => cellKind(text) === 'label')
    .map(squeeze)
    .join(' ');

/** The nearest statement up to the head of the section, else one above the table. */
function statedUnit(model: FormModel, lines: readonly Line[], { block, at }: RowReading): string | null {
  const own = lines.findIndex((line) => line.block === block && line.at === at);
  let pattern = BESIDE;
  for (let index = own; index >= 0 && index > own - FARTHEST; index--) {
    const { text } = lines[index] as Line; // index is in range
    const [, first, second] = pattern.exec(text) ?? [];
    const unit = first ?? second;
    if (unit !== undefined) return unit;
    if (model.sections.has(bareLabel(text))) pattern = ABOVE;
    if (isChapterLine(text)) return null;
  }
  return null;
}
