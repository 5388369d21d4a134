// Lines of a table that has lost its cells -> words and figures in order, with their place on the line.
import { squeeze } from '../labels.ts';
import type { RawBlock, RawCell } from '../raw-document.ts';
import { cellKind } from './row-reading.ts';

export interface Token {
  readonly cell: RawCell;
  readonly kind: 'label' | 'figure';
}

export interface TextLine {
  readonly block: number;
  readonly at: number;
  readonly tokens: readonly Token[];
}

/** Words before the figures at the end of a line. */
export interface SplitLine extends TextLine {
  readonly labels: readonly string[];
  /** The ends of the last label, from each of its pieces on: “结 （二）部分公开” has a piece of the group's label in front. */
  readonly ends: readonly string[];
  readonly figures: readonly RawCell[];
}

/** Every line of some blocks; a blank line has no tokens. */
export function textLines(blocks: readonly { readonly block: number; readonly content: RawBlock }[]): TextLine[] {
  return blocks.flatMap(({ block, content }): TextLine[] => {
    const rows: readonly (readonly RawCell[])[] =
      content.kind === 'table' ? content.rows : [[{ text: content.text, place: content.place }]];
    return rows.map((row, at) => ({ block, at, tokens: row.flatMap(tokensOf) }));
  });
}

/** A piece of a line holds a label with spaces in it, or figures with one space between. */
function tokensOf(cell: RawCell): Token[] {
  const tokens: Token[] = [];
  for (const { text, from } of pieces(cell.text)) {
    const kind = cellKind(text);
    if (kind === 'blank') continue;
    const last = tokens.at(-1);
    const part = partOf(cell, text, from);
    if (kind === 'label' && last?.kind === 'label') tokens[tokens.length - 1] = { kind, cell: joined(last.cell, part) };
    else tokens.push({ kind, cell: part });
  }
  return tokens;
}

const joined = (left: RawCell, right: RawCell): RawCell => ({
  ...left,
  text: `${left.text} ${right.text}`,
  ...(right.right === undefined ? {} : { right: right.right }),
});

/** “12 件” is one figure. */
const LONE_UNIT = /^ (?:件|项|个|条|宗|万元)(?=\s|$)/;

/** Split at spaces, but not inside brackets: “22（其中修订 16 件）” is one piece. */
function pieces(text: string): { readonly text: string; readonly from: number }[] {
  const found: { text: string; from: number }[] = [];
  let depth = 0;
  let start = -1;
  const end = (index: number): void => {
    if (start >= 0) found.push({ text: text.slice(start, index), from: start });
    start = -1;
  };
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    // a bracket that a wrapped label closes on the next line holds nothing together
    if (/[（(]/.test(char) && /[）)]/.test(text.slice(index))) depth++;
    if (/[）)]/.test(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[\s\u00a0\u3000]/.test(char)) {
      if (!/\d/.test(text[index - 1] ?? '') || !LONE_UNIT.test(text.slice(index))) end(index);
    } else if (start < 0) start = index;
  }
  end(text.length);
  return found;
}

function partOf(cell: RawCell, text: string, from: number): RawCell {
  const { left, right, place } = cell;
  const told = cell.doubt === undefined ? {} : { doubt: cell.doubt };
  if (left === undefined || right === undefined || cell.text.length === 0) return { text, place, ...told };
  const step = (right - left) / cell.text.length;
  return { text, place, ...told, left: left + from * step, right: left + (from + text.length) * step };
}

/** The figures are the run at the end; figures in front of words belong to the words. */
export function splitLine(line: TextLine): SplitLine {
  const words = line.tokens.findLastIndex(({ kind }) => kind === 'label') + 1;
  const last = line.tokens[words - 1]?.cell.text.split(/\s+/) ?? [];
  return {
    ...line,
    ends: last.map((_, index) => last.slice(index).join('')),
    labels: line.tokens.slice(0, words).map(({ cell }) => squeeze(cell.text)),
    figures: line.tokens.slice(words).map(({ cell }) => cell),
  };
}
