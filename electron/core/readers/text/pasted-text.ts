// Pasted text: prose in paragraphs; tables a cell a line (behind a tab, or bare), a row a line between tabs, or with the tabs lost.
import type { RawBlock, RawCell, RawTable } from '../../../../shared/import/raw-document.ts';
import { goesOn, isChapterLine, isTableHead } from '../../../../shared/editions/form-lines.ts';
import { isFigure } from '../../../../shared/model/number-cell.ts';
import { isPageNumber } from './page-number.ts';

const LONGEST_LABEL = 60;

type LineKind = 'blank' | 'cell' | 'row' | 'figure' | 'label' | 'prose';

interface Line {
  readonly raw: string;
  readonly text: string;
  readonly kind: LineKind;
  readonly place: string;
}

export function pastedBlocks(lines: readonly string[]): RawBlock[] {
  const read = lines.flatMap((raw, index): Line[] => {
    const text = trim(raw);
    return isPageNumber(text) ? [] : [{ raw, text, kind: kindOf(raw, text), place: `第${index + 1}行` }];
  });
  const blocks: RawBlock[] = [];
  for (let index = 0; index < read.length; ) {
    const end = tableEnd(read, index);
    if (end > index) {
      blocks.push(tableOf(read.slice(index, end)));
      index = end;
      continue;
    }
    const { text, place } = read[index] as Line; // index is in range
    if (text !== '') blocks.push({ kind: 'paragraph', text: text.replace(/\t+/g, '　'), place });
    index++;
  }
  return blocks;
}

const trim = (line: string): string =>
  line.replace(/^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/g, '');

function kindOf(raw: string, text: string): LineKind {
  if (isChapterLine(text) && !text.includes('\t')) return 'prose';
  if (text === '') return raw.includes('\t') ? 'cell' : 'blank';
  if (/[^\t]\t|\t[^\t]*\t/.test(raw.replace(/\t+$/, '\t')))
    return isSentence(text) && !/\t.*\t/.test(raw) ? 'prose' : 'row';
  if (isSentence(text)) return 'prose';
  if (raw.startsWith('\t')) return 'cell';
  return isFigure(text) || figuresAtEnd(text) > 0 ? 'figure' : 'label';
}

const isSentence = (text: string): boolean =>
  (text.length > LONGEST_LABEL && figuresAtEnd(text) < 4) || (/[。；！]/.test(text) && !/^[（(].*[）)]$/.test(text));

/** Words and figures on one line: “规章 0 0 0”. */
const figuresAtEnd = (text: string): number => {
  const pieces = text.split(/[\s\u00a0\u3000]+/);
  const words = pieces.findLastIndex((piece) => !isFigure(piece));
  return pieces.length - 1 - words;
};

/** The line behind a table that begins here, or `from` where none begins. */
function tableEnd(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (!first || first.kind === 'prose' || first.kind === 'blank') return from;
  const tabbed = first.kind === 'cell' || first.kind === 'row';
  let last = from;
  let figures = 0;
  let cells = 0;
  for (let index = from; index < lines.length; index++) {
    const { kind } = lines[index] as Line; // index is in range
    if (kind === 'prose') break;
    // a bare line goes on in the cell above it; after a gap it is text again
    if (tabbed && (kind === 'label' || kind === 'figure') && lines[index - 1]?.kind === 'blank') break;
    if (kind === 'blank') continue;
    last = index;
    if (kind === 'figure') figures += figuresAtEnd((lines[index] as Line).text);
    else if (kind !== 'label' && hasFigure(lines[index] as Line)) figures++;
    if (kind === 'cell' || kind === 'row') cells += Math.max(1, (lines[index] as Line).raw.split('\t').length - 1);
  }
  if (tabbed) return figures > 0 || cells >= 8 ? last + 1 : from;
  const isTable = figures >= 4 ? startsTable(lines, from) : isTableHead(first.text) && last - from >= 4;
  return isTable ? last + 1 : from;
}

const hasFigure = ({ raw }: Line): boolean => raw.split('\t').some((text) => isFigure(trim(text)));

/** Headings of the text above a bare table are no part of it: figures or further short lines follow at once, heads in pieces even later. */
const startsTable = (lines: readonly Line[], from: number): boolean =>
  !/^[（(][一二三四五六七八九十][）)]/.test(lines[from]?.text ?? '') &&
  lines
    .slice(from + 1)
    .filter(({ kind, text }) => kind !== 'blank' && (kind !== 'label' || text.length > 2))
    .slice(0, 40)
    .some(({ kind }) => kind === 'figure' || kind === 'cell');

function tableOf(spaced: readonly Line[]): RawTable {
  const lines = singleSpaced(spaced);
  const place = lines[0]?.place ?? '';
  const count = (kind: LineKind): number => lines.filter((line) => line.kind === kind).length;
  if (count('row') > count('cell') / 2 && count('row') >= 2)
    return { kind: 'table', rows: tabRows(lines), place, cells: 'exact' };
  const blankCells = lines.some(({ kind, text }) => kind === 'cell' && text === '');
  const apart = lines.some(({ kind }) => kind === 'blank');
  // where blank cells lost their tab they look like the end of a row
  if (count('cell') > count('figure') && blankCells && apart)
    return { kind: 'table', rows: cellRows(lines), place, cells: 'exact' };
  const rows = lines.map(({ text, place: at }): RawCell[] => [{ text, place: at }]);
  return { kind: 'table', rows, place, cells: apart || blankCells ? 'lines' : 'loose' };
}

/** An empty line behind every line, doubled on the way or since each cell was a paragraph: only further empty lines mean something. */
function singleSpaced(lines: readonly Line[]): readonly Line[] {
  const close = lines.filter(({ raw }, index) => raw !== '' && (lines[index + 1]?.raw ?? '') !== '').length;
  const written = lines.filter(({ raw }) => raw !== '').length;
  if (written <= 8 || close > written / 30) return lines;
  let empty = 0;
  return lines.filter(({ raw }) => {
    empty = raw === '' ? empty + 1 : 0;
    return empty % 2 === 0;
  });
}

/** A row a line, cells between tabs; a cell in quotes may hold line ends (the clipboard of Excel). */
function tabRows(lines: readonly Line[]): RawCell[][] {
  const rows: RawCell[][] = [];
  let quoted = false;
  for (const { raw, place, kind, text } of lines) {
    if (kind === 'blank') continue;
    const last = rows.at(-1);
    const cells = raw.split('\t').map((cell): RawCell => ({ text: trim(cell), place }));
    const broken = goesOn(last?.at(-1)?.text ?? '', cells[0]?.text ?? '');
    const isRest = quoted || broken || (!raw.includes('\t') && kind === 'label' && isPiece(text));
    if (isRest && last) {
      const open = last.pop();
      const [first, ...others] = cells;
      last.push({ text: unquote(`${open?.text ?? ''}${first?.text ?? ''}`), place: open?.place ?? place }, ...others);
    } else rows.push(cells);
    quoted = isOpen(rows.at(-1)?.at(-1)?.text ?? '');
  }
  return rows.map((row) => row.map((cell) => ({ ...cell, text: unquote(cell.text) })));
}

const isOpen = (text: string): boolean => text.startsWith('"') && !text.slice(1).endsWith('"');
const unquote = (text: string): string =>
  /^".*"$/s.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;

/** The rest of a wrapped head: “（单位：万元）”. A bare label is a row whose blank cells an editor cut. */
const isPiece = (text: string): boolean => /^[（(][^（）()]*[）)]$/.test(text) && text.length <= 12;

/** A cell a line behind a tab; a line without anything ends the row; a line without a tab goes on in the label above, or begins a row. */
function cellRows(lines: readonly Line[]): RawCell[][] {
  const rows: RawCell[][] = [[]];
  for (const { raw, text, kind, place } of lines) {
    const row = rows.at(-1) ?? [];
    const last = row.at(-1);
    if (kind === 'blank') {
      if (row.length > 0) rows.push([]);
    } else if (raw.startsWith('\t')) {
      for (const cell of raw.slice(1).split('\t')) row.push({ text: trim(cell), place });
    } else if (last && last.text !== '' && !isFigure(last.text))
      row[row.length - 1] = { ...last, text: last.text + text };
    else if (last) rows.push([{ text, place }]);
    else row.push({ text, place });
  }
  return rows.filter((row) => row.length > 0);
}
