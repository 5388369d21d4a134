// Source rows whose columns are known -> their figures, with what is doubtful about them.
import { type Hit, type Prepared, prepareHits } from './exact-columns.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel, similarity, squeeze } from '../labels.ts';
import { doubtLostCells } from './lost-cells.ts';
import type { RawCell } from '../raw-document.ts';
import {
  cellKind,
  inSequence,
  rowEquations,
  type RowDoubt,
  type RowReading,
  rowSums,
  rowText,
  type UnknownRow,
} from './row-reading.ts';
import { inFormOrder, type RowShape, rowWindow } from './row-window.ts';

/** The figures of each row; columns that the form does not have are added to `unknown`. */
export function takeFigures(model: FormModel, hits: readonly Hit[], unknown: UnknownRow[]): RowReading[] {
  const prepared = prepareHits(model, hits);
  const told = new Set<string>();
  // a label broken over two rows is found twice
  const rows = prepared.filter(({ hit }, index) => hit.row !== prepared[index - 1]?.hit.row).map(({ hit }) => hit.row);
  const readings = prepared.map((one): RowReading => {
    const { hit, order, wanted } = one;
    const shape = shapeOf(prepared, one);
    const byHead = one.grid?.map((column) => hit.cells[column] ?? null) ?? null;
    const { cells, doubt } = rowWindow(model.edition, { ...hit, wanted, order, shape, byHead });
    const head = headDoubts(model, one, inSequence(model, rows, rows.indexOf(hit.row)));
    tellUnknown(one, told, unknown);
    return {
      row: hit.row,
      cells: inFormOrder(cells, order, hit.row.figures.length),
      block: hit.block,
      at: hit.at,
      text: rowText(hit.cells),
      score: hit.score,
      doubts: [...(doubt ? [doubt] : []), ...leftDoubts(hit.after, cells), ...head.doubts],
      reworded: head.reworded,
      absent: order.length > 0 ? [...hit.row.figures.keys()].filter((index) => !order.includes(index)) : [],
    };
  });
  return doubtLostCells(model, doubtBrokenTables(model, readings));
}

/** What the reader is not sure of, where the cell itself is not taken. */
function leftDoubts(after: readonly RawCell[], cells: readonly (RawCell | null)[]): RowDoubt[] {
  const told = after.flatMap((cell) => (cell.doubt !== undefined && !cells.includes(cell) ? cell.doubt : []));
  return [...new Set(told)].map((message) => ({ code: 'cells-uncertain', message: `${message}，请对照原文核对` }));
}

/** Sums that fail in most rows of a table: its columns are others than its heads say. */
function doubtBrokenTables(model: FormModel, readings: readonly RowReading[]): RowReading[] {
  const tally = new Map<string, { holds: number; breaks: number }>();
  for (const { row, cells } of readings) {
    const sums = rowSums(model.edition, row, cells);
    const figures = cells.filter((cell) => cell && /[1-9１-９]/.test(cell.text)).length;
    const total = rowEquations(model.edition, row).every(({ left }) =>
      cells.some((cell, index) => cell && row.figures[index]?.id === left[0] && squeeze(cell.text) !== ''),
    );
    if (sums === 'open' || figures < 2 || !total) continue;
    const count = tally.get(row.table) ?? { holds: 0, breaks: 0 };
    tally.set(row.table, { ...count, [sums]: count[sums] + 1 });
  }
  return readings.map((reading) => {
    const { holds, breaks } = tally.get(reading.row.table) ?? { holds: 0, breaks: 0 };
    if (breaks < 3 || breaks <= 2 * holds) return reading;
    const message = '表中多数行的合计不相等，列可能错位，请对照原文核对';
    return { ...reading, doubts: [...reading.doubts, { code: 'sum-breaks', message }] };
  });
}

/** @param placed the rows before and behind say which row this is. */
function headDoubts(
  model: FormModel,
  one: Prepared,
  placed: boolean,
): { readonly doubts: readonly RowDoubt[]; readonly reworded: readonly string[] } {
  const { hit, order, unknown, assumed, moved } = one;
  const doubts: RowDoubt[] = [];
  const reworded: string[] = [];
  const fuzzy = (message: string): void => {
    doubts.push({ code: 'label-fuzzy', message });
  };
  if (one.foreign) fuzzy('表头是其他版本的，数字没有装入，请对照原文填写');
  // 结果维持 stands there three times: without the heads above it nothing tells which
  if (moved && one.leaves.some(({ path }) => path.length < 2) && hit.row.columns.every((path) => path.length > 1))
    fuzzy('各列上方的表头不全，列次与表式不同，请对照原文核对');
  if (one.headless) fuzzy('没有认出各列的表头，按表式的列次读取，请对照原文核对');
  if (assumed) fuzzy('表头与表式不同，按表式的列次读取，请核对');
  // heads in the form's own words are believed where they stand
  if (moved && unknown.length === 0) reworded.push('列的次序');
  else if (moved) fuzzy('表头的列次与表式不同，请对照原文核对');
  if (hit.stray)
    doubts.push({ code: 'cells-lost', message: `相邻一行另有数字“${hit.stray}”没有归入任何一行，请对照原文核对` });
  if (hit.score < 1) {
    const printed = hit.cells.filter((cell) => cellKind(cell.text) === 'label').map(({ text }) => squeeze(text));
    const label = printed.at(-1) ?? '';
    // a piece of the form's own words is no other wording
    if (placed && !hit.row.names.some((name) => name.includes(bareLabel(label)))) reworded.push(label);
    else if (!placed) fuzzy(`按文件中的“${label}”识别，与表式用语不同，请核对`);
  }
  for (const head of unknown) {
    const at = takenBy(one, head);
    // a head of another edition stands over figures that are others; any other head may be a damaged one
    if (at < 0 && !model.foreign.has(head) && order.includes(-1)) fuzzy(`表头“${head}”不是表式中的列，请对照原文核对`);
    if (at < 0) continue;
    const names = hit.row.columns[at]?.at(-1) ?? [];
    if (!moved && names.some((name) => similarity(head, name) >= 0.5)) reworded.push(head);
    else fuzzy(`表头“${head}”与表式用语不同，请核对`);
  }
  return { doubts, reworded };
}

/** The figure of the form row that a column is read as. */
const takenBy = ({ leaves, order }: Prepared, head: string): number =>
  order[leaves.findIndex(({ path, printed }) => (printed ?? path.at(-1)) === head)] ?? -1;

/** Columns that the form does not have, once for each row. */
function tellUnknown(one: Prepared, told: Set<string>, unknown: UnknownRow[]): void {
  const { hit, unknown: heads } = one;
  for (const head of heads) {
    const key = `${hit.row.id} ${head}`;
    if (takenBy(one, head) >= 0 || told.has(key)) continue;
    told.add(key);
    unknown.push({ label: `${hit.row.label} · ${head}`, place: hit.cells[0]?.place ?? '', text: rowText(hit.cells) });
  }
}

/** What the rows of the same table have in common. */
function shapeOf(all: readonly Prepared[], { hit, wanted, grid }: Prepared): RowShape {
  const table = all.filter((other) => other.hit.block === hit.block && other.hit.row.table === hit.row.table);
  if (grid) {
    const alike = table.filter((other) => other.hit.heads === hit.heads).map((other) => other.hit.total);
    return { gridTotal: Math.max(...alike, ...hit.heads.map((row) => row.length)), usualAfter: null };
  }
  const totals = table.map((other) => other.hit.total);
  const spans = table.some(({ hit: { cells } }) => cells.some((cell) => (cell.colspan ?? 1) > 1));
  const total = usual(totals);
  const same = table.filter((other) => other.hit.total === total).length;
  const alike = table.filter((other) => other.wanted === wanted);
  const filled = alike.filter((other) => other.hit.after.some((cell) => cellKind(cell.text) !== 'blank'));
  const after = usual(filled.map((other) => other.hit.after.length));
  return {
    gridTotal: !spans && table.length >= 3 && same / table.length >= 0.85 && (total ?? 0) > wanted + 1 ? total : null,
    usualAfter: filled.length >= 3 ? after : null,
  };
}

const usual = (counts: readonly number[]): number | null => {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
};
