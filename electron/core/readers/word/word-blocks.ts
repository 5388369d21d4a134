// Paragraphs and tables as Word keeps them (docx and doc alike: cells with a start column, vertical merges as “continue”) -> blocks with places.
import type { RawBlock, RawTable } from '../../../../shared/import/raw-document.ts';
import { textInParagraphs } from '../text/text-in-paragraphs.ts';
import { STRUCK_OUT, withNotes, withoutMarks } from '../note-marks.ts';

export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** With the tabs at its ends, where it has any. */
  readonly printed?: string;
  /** Heading level, where a style or an outline level says so. */
  readonly level?: number;
  readonly bold: boolean;
  /** Text of it was struck out and left out. */
  readonly struck?: boolean;
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly WordCell[])[];
}

export type WordBlock = WordParagraph | WordTable;

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  readonly start: number;
  readonly span: number;
  /** Joined to the cell above it. */
  readonly continues: boolean;
}

/** For `printed`. */
export const withTabs = (whole: string): { readonly printed?: string } =>
  /^\s*\t|\t\s*$/.test(whole) ? { printed: whole } : {};

/** The blocks in reading order, empty paragraphs left out, each with its place. */
export function placedBlocks(found: readonly WordBlock[]): RawBlock[] {
  const flat = found.flatMap(withoutFrames);
  const lines = flat.flatMap((block) =>
    block.kind === 'paragraph' ? [withoutMarks(block.printed ?? block.text)] : [],
  );
  const asText = lines.length === flat.length ? textInParagraphs(lines, '第$1段') : null;
  if (asText) return [...asText];
  const blocks: RawBlock[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (const block of flat) {
    if (block.kind === 'table') {
      blocks.push(placedTable(block.rows, ++tables));
      continue;
    }
    paragraphs++;
    const { level } = block;
    const text = withoutMarks(block.text);
    if (text === '') continue;
    const place = `第${paragraphs}段`;
    if (level !== undefined) blocks.push({ kind: 'heading', level, text, place });
    else blocks.push({ kind: 'paragraph', text, place, ...(block.bold ? { bold: true } : {}) });
  }
  return blocks;
}

/** A table that holds tables is a frame for layout: its content is read cell by cell. */
function withoutFrames(block: WordBlock): readonly WordBlock[] {
  if (block.kind !== 'table') return [block];
  const cells = block.rows.flat();
  if (!cells.some((cell) => cell.blocks.some((inner) => inner.kind === 'table'))) return [block];
  return cells.flatMap((cell) => cell.blocks.flatMap(withoutFrames));
}

const cellText = (blocks: readonly WordBlock[]): string =>
  withNotes(
    blocks
      .map((block) => (block.kind === 'paragraph' ? block.text : ''))
      .filter((text) => text !== '')
      .join('\n'),
  );

const hasStruck = (blocks: readonly WordBlock[]): boolean =>
  blocks.some((block) => block.kind === 'paragraph' && block.struck === true);

function placedTable(rows: readonly (readonly WordCell[])[], number: number): RawTable {
  const place = `第${number}个表格`;
  const open = new Map<number, { rowspan: number }>();
  const built = rows.map((row, rowIndex) => {
    const cells: { text: string; place: string; colspan?: number; rowspan: number; doubt?: string }[] = [];
    const seen = new Set<number>();
    row.forEach((cell, cellIndex) => {
      const text = cellText(cell.blocks);
      const above = open.get(cell.start);
      seen.add(cell.start);
      // text in a merged-away cell is kept as a cell of its own: nothing that stands in the file may vanish
      if (cell.continues && above && text === '') {
        above.rowspan++;
        return;
      }
      const made = {
        text,
        place: `${place}第${rowIndex + 1}行第${cellIndex + 1}格`,
        ...(cell.span > 1 ? { colspan: cell.span } : {}),
        rowspan: 1,
        ...(text === '' && hasStruck(cell.blocks) ? { doubt: STRUCK_OUT } : {}),
      };
      open.set(cell.start, made);
      cells.push(made);
    });
    for (const start of open.keys()) if (!seen.has(start)) open.delete(start);
    return cells;
  });
  return {
    kind: 'table',
    place,
    cells: 'exact',
    rows: built.map((row) => row.map(({ rowspan, ...cell }) => (rowspan > 1 ? { ...cell, rowspan } : cell))),
  };
}
