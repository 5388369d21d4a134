// Paragraphs of an old Word file -> paragraphs and tables: cells end with a mark, a row with another; column edges and merges stand with the row.
import { type DocParagraph, type DocText } from './doc-text.ts';
import { SPRM } from './doc-properties.ts';
import type { WordBlock, WordCell, WordTable } from './word-blocks.ts';

interface RowShape {
  /** Left edge of every cell and the right edge of the last, in twentieths of a point. */
  readonly edges: readonly number[];
  /** Joined to the cell above, or to the cell before. */
  readonly below: readonly boolean[];
  readonly beside: readonly boolean[];
}

interface OpenTable {
  readonly rows: { readonly cells: readonly (readonly WordBlock[])[]; readonly shape: RowShape | null }[];
  cells: WordBlock[][];
  cell: WordBlock[];
}

const MAX_DEPTH = 20;

export function docBlocks(text: DocText): readonly WordBlock[] {
  const body: WordBlock[] = [];
  const open: OpenTable[] = [];
  const into = (): WordBlock[] => open.at(-1)?.cell ?? body;
  const closeDownTo = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop();
      if (!table) return;
      // what stands behind the last row end (a damaged table) is kept as text
      const loose = [...table.cells.flat(), ...table.cell];
      if (table.rows.length > 0) into().push(tableOf(table));
      into().push(...loose);
    }
  };
  for (const paragraph of text.paragraphs) {
    const marks = marksOf(paragraph);
    closeDownTo(marks.depth);
    while (open.length < marks.depth) open.push({ rows: [], cells: [], cell: [] });
    const table = open.at(-1);
    if (!table) {
      body.push(blockOf(paragraph));
    } else if (marks.rowEnd) {
      table.rows.push({ cells: table.cells, shape: shapeOf(paragraph) });
      table.cells = [];
      table.cell = [];
    } else {
      table.cell.push(blockOf(paragraph));
      if (!marks.cellEnd) continue;
      table.cells.push(table.cell);
      table.cell = [];
    }
  }
  closeDownTo(0);
  return body;
}

function marksOf(paragraph: DocParagraph): {
  readonly depth: number;
  readonly cellEnd: boolean;
  readonly rowEnd: boolean;
} {
  const values = new Map<number, number>();
  for (const { code, operand } of paragraph.sprms) {
    if (operand.byteLength > 0)
      values.set(
        code,
        code === SPRM.depth && operand.byteLength >= 4 ? operand.getInt32(0, true) : operand.getUint8(0),
      );
  }
  const on = (code: number): boolean => (values.get(code) ?? 0) !== 0;
  const depth = Math.min(Math.max(values.get(SPRM.depth) ?? 0, on(SPRM.inTable) ? 1 : 0), MAX_DEPTH);
  if (depth <= 1) return { depth, cellEnd: paragraph.end === 7, rowEnd: paragraph.end === 7 && on(SPRM.rowEnd) };
  return { depth, cellEnd: on(SPRM.innerCellEnd), rowEnd: on(SPRM.innerRowEnd) };
}

/** Styles 1 to 9 are 标题 1 to 9 in every file of this format. */
function blockOf(paragraph: DocParagraph): WordBlock {
  const outline = paragraph.sprms.find(({ code }) => code === SPRM.outlineLevel)?.operand.getUint8(0);
  const byStyle = paragraph.style >= 1 && paragraph.style <= 9 ? paragraph.style : undefined;
  const level = outline === undefined ? byStyle : outline < 9 ? outline + 1 : undefined;
  return {
    kind: 'paragraph',
    text: paragraph.text,
    ...(paragraph.printed === undefined ? {} : { printed: paragraph.printed }),
    bold: paragraph.bold,
    struck: paragraph.struck,
    ...(level === undefined ? {} : { level }),
  };
}

function shapeOf(rowEnd: DocParagraph): RowShape | null {
  const definition = rowEnd.sprms.findLast(({ code }) => code === SPRM.tableDefinition)?.operand;
  if (!definition || definition.byteLength < 1) return null;
  const count = definition.getUint8(0);
  const cellsAt = 1 + (count + 1) * 2;
  if (count === 0 || count > 64 || definition.byteLength < cellsAt) return null;
  const edges = Array.from({ length: count + 1 }, (_, index) => definition.getInt16(1 + index * 2, true));
  const flags = Array.from({ length: count }, (_, index) => {
    const at = cellsAt + index * 20;
    return at + 2 <= definition.byteLength ? definition.getUint16(at, true) : 0;
  });
  const below = flags.map((flag) => ((flag >> 5) & 3) === 1);
  for (const { code, operand } of rowEnd.sprms) {
    if (code === SPRM.verticalMerge && operand.byteLength >= 2) below[operand.getUint8(0)] = operand.getUint8(1) === 1;
  }
  return { edges, below, beside: flags.map((flag) => (flag & 3) === 1) };
}

function tableOf(table: OpenTable): WordTable {
  const columns = columnEdges(table.rows.flatMap((row) => row.shape?.edges ?? []));
  const indexOf = (edge: number): number =>
    Math.max(
      columns.findLastIndex((column) => column <= edge + TOLERANCE),
      0,
    );
  const rows = table.rows.map(({ cells, shape }) => {
    const made: { blocks: readonly WordBlock[]; start: number; span: number; continues: boolean }[] = [];
    cells.forEach((blocks, index) => {
      const left = shape?.edges[index];
      const right = shape?.edges[index + 1];
      if (left === undefined || right === undefined) {
        made.push({ blocks, start: 1000 + index, span: 1, continues: false });
        return;
      }
      const start = indexOf(left);
      const span = Math.max(indexOf(right) - start, 1);
      const before = made.at(-1);
      if (shape?.beside[index] && before && isBlank(blocks)) before.span += span;
      else made.push({ blocks, start, span, continues: shape?.below[index] ?? false });
    });
    return made satisfies WordCell[];
  });
  return { kind: 'table', rows };
}

const isBlank = (blocks: readonly WordBlock[]): boolean =>
  blocks.every((block) => block.kind === 'paragraph' && block.text === '');

/** Edges of different rows that lie within half a millimetre are one column line. */
const TOLERANCE = 28;

function columnEdges(edges: readonly number[]): readonly number[] {
  const sorted = [...edges].sort((a, b) => a - b);
  const columns: number[] = [];
  for (const edge of sorted) if (columns.length === 0 || edge > (columns.at(-1) ?? 0) + TOLERANCE) columns.push(edge);
  return columns;
}
