// Where each chapter begins: by its ordinal and its title, whatever the wording; a table of contents is no chapter.
import { chapterHeading } from '../../editions/chapter-name.ts';
import type { ChapterSpec, FormEdition } from '../../editions/types.ts';
import type { ChapterKey } from '../../model/report.ts';
import { bareLabel, similarity, squeeze } from '../labels.ts';
import type { RawBlock } from '../raw-document.ts';

export interface ChapterStart {
  readonly key: ChapterKey;
  /** Index of the block that holds the title. */
  readonly block: number;
  /** Row of the table that holds the title, where it stands in a table. */
  readonly row?: number;
  /** The title as printed. */
  readonly printed: string;
  /** Text that follows the title in the same paragraph: “六、其他需要报告的事项：无。” */
  readonly rest: string;
  readonly exact: boolean;
}

interface Candidate extends ChapterStart {
  readonly order: number;
  readonly score: number;
  /** The title in the form's own words behind an ordinal, be it another one. */
  readonly whole: boolean;
  /** Position in the stream of lines. */
  readonly at: number;
}

const ORDINAL = /^(?:第?\s*([一二三四五六七八九十]{1,2}|[1-9]|[Ⅰ-Ⅸ])\s*(?:部分|章)?)\s*[、.．,，:：·\s]?\s*/;
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨ';
const LONGEST_TITLE = 40;

/** Every line that may hold a chapter title: paragraphs, headings, and rows of a table with one text. */
export function titleLines(
  blocks: readonly RawBlock[],
): { readonly block: number; readonly row?: number; readonly text: string }[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return [{ block: index, text: block.text }];
    return block.rows.flatMap((row, at) => {
      const filled = row.filter((cell) => squeeze(cell.text) !== '');
      return filled.length === 1 && filled[0] ? [{ block: index, row: at, text: filled[0].text }] : [];
    });
  });
}

/** The chapters in the order of the form; a chapter that is not found is left out. */
export function findChapters(
  edition: FormEdition,
  blocks: readonly RawBlock[],
  anyOrder = false,
): readonly ChapterStart[] {
  const lines = titleLines(blocks);
  const plain = lines.flatMap((line, at) => candidatesOf(edition, line, at));
  const bracketed = plain.length < 3 ? lines.flatMap((line, at) => bracketedTitle(edition, line, at)) : [];
  const found = bracketed.length >= 3 ? bracketed : plain;
  const chain = bestChain(found.map((one) => ({ ...one, score: one.score - contentsPenalty(found, one) })));
  return withStrays(chain, found, anyOrder);
}

/**
 * Titles in the form's own words out of the form's order: in a workbook (its prose may stand on one sheet, its tables on others) wherever
 * they stand; elsewhere behind the first chapter, where an office has put its chapters in another order.
 */
function withStrays(
  chain: readonly ChapterStart[],
  found: readonly Candidate[],
  anyOrder: boolean,
): readonly ChapterStart[] {
  const keys = new Set(chain.map(({ key }) => key));
  const first = chain.length >= 3 ? (chain[0]?.block ?? Infinity) : Infinity;
  const strays = found.filter(
    ({ key, exact, whole, block }) => !keys.has(key) && (anyOrder ? exact : whole && block > first),
  );
  const single = strays.filter(({ key }) => strays.filter((other) => other.key === key).length === 1);
  return [...chain, ...single.map(startOf)].toSorted((a, b) => a.block - b.block || (a.row ?? -1) - (b.row ?? -1));
}

const startOf = ({ order: _order, score: _score, whole: _whole, at: _at, ...start }: Candidate): ChapterStart => start;

/** Titles that follow each other without text between are a table of contents or a menu. */
function contentsPenalty(all: readonly Candidate[], { at, order }: Candidate): number {
  const next = all.some((other) => other.order === order + 1 && other.at > at && other.at <= at + 1);
  const again = all.some((other) => other.order === order && other.at > at + 1);
  return next && again ? 0.3 : 0;
}

function candidatesOf(
  edition: FormEdition,
  line: { readonly block: number; readonly row?: number; readonly text: string },
  at: number,
): Candidate[] {
  const text = line.text.trim().replace(/^[\s\u3000]+/, '');
  const plain = text.replace(/[\s\u00a0\u3000]/g, '');
  if (plain === '' || /^[（(]/.test(plain)) return [];
  const ordinal = ordinalOf(plain);
  const titles = edition.chapters.map((chapter, order) => titleOf(chapter, plain, ordinal === order + 1));
  const certain = titles.some((title) => title?.score === 1);
  return edition.chapters.flatMap((chapter, order): Candidate[] => {
    const title = titles[order];
    // the title of one chapter in the form's own words is no other chapter's
    if (!title || (certain && title.score < 1)) return [];
    const numbered = ordinal === order + 1 ? (/^\d/.test(plain) ? 0.4 : 0.5) : ordinal === null ? 0 : -0.15;
    const score = title.score + numbered;
    if (score < 0.85 || (ordinal === null && (title.score < 0.9 || title.rest !== ''))) return [];
    const place = line.row === undefined ? { block: line.block } : { block: line.block, row: line.row };
    return [
      {
        ...place,
        key: chapter.key,
        printed: title.printed,
        rest: title.rest,
        exact: title.score === 1 && ordinal === order + 1,
        order,
        score,
        whole: title.score === 1 && ordinal !== null,
        at,
      },
    ];
  });
}

/** “（一）总体情况” for “一、总体情况”, in the form's own words: other words may be a heading inside a chapter. */
function bracketedTitle(
  edition: FormEdition,
  line: { readonly block: number; readonly row?: number; readonly text: string },
  at: number,
): Candidate[] {
  const plain = squeeze(line.text).replace(/^[（(](.)[）)]/, '$1、');
  return edition.chapters.flatMap((spec, order): Candidate[] =>
    plain === squeeze(chapterHeading(spec)) && plain !== squeeze(line.text)
      ? [
          {
            block: line.block,
            ...(line.row === undefined ? {} : { row: line.row }),
            key: spec.key,
            printed: line.text,
            rest: '',
            exact: true,
            order,
            score: 1,
            whole: true,
            at,
          },
        ]
      : [],
  );
}

function ordinalOf(text: string): number | null {
  const digit = ORDINAL.exec(text)?.[1];
  if (!digit || !/^(?:第.{1,2}(?:部分|章)|.{1,2}[、.．,，:：·])/.test(text)) return null;
  const position = '一二三四五六七八九'.indexOf(digit) + 1 || ROMAN.indexOf(digit) + 1 || Number(digit);
  return position > 0 ? position : null;
}

interface TitleRead {
  readonly score: number;
  readonly printed: string;
  readonly rest: string;
}

function titleOf(chapter: ChapterSpec, text: string, numbered: boolean): TitleRead | null {
  const body = numbered || ordinalOf(text) !== null ? text.replace(ORDINAL, '') : text;
  const titles = [chapter.title, ...chapter.titleVariants];
  const prefix = text.slice(0, text.length - body.length);
  for (const title of titles.toSorted((a, b) => b.length - a.length)) {
    const runIn = runInTitle(body, title);
    if (runIn && (runIn.rest === '' || numbered))
      return { score: 1, printed: prefix + runIn.printed, rest: runIn.rest };
  }
  if (body.length > LONGEST_TITLE || /[。；！？]/.test(body.slice(0, -1))) return null;
  const bare = bareLabel(body);
  const alike = Math.max(...titles.map((title) => titleScore(bare, bareLabel(title))));
  return alike >= 0.5 ? { score: Math.min(alike, 0.97), printed: text, rest: '' } : null;
}

/** The title at the beginning of a paragraph, with what follows it. */
function runInTitle(body: string, title: string): { readonly printed: string; readonly rest: string } | null {
  const bare = bareLabel(title);
  let matched = 0;
  let index = 0;
  for (; index < body.length && matched < bare.length; index++) {
    const char = bareLabel(`x${body[index] ?? ''}`).slice(1);
    if (char === '') continue;
    if (char !== bare[matched]) return null;
    matched++;
  }
  if (matched < bare.length) return null;
  const after = body.slice(index);
  const rest = after.replace(/^(?:[（(][^（）()]{0,20}[）)])?[。.：:，,；;、—-]*/, '');
  if (rest !== '' && rest === after) return null;
  return { printed: body.slice(0, body.length - rest.length), rest };
}

/** Titles vary in words, not in substance: “存在问题及改进情况” for “存在的主要问题及改进情况”. */
function titleScore(printed: string, title: string): number {
  if (printed === title) return 1;
  if (printed.length >= 4 && (printed.includes(title) || title.includes(printed))) return 0.9;
  return similarity(printed, title);
}

/** The chain of titles in the order of the form with the greatest sum; of equals, the later. */
function bestChain(candidates: readonly Candidate[]): ChapterStart[] {
  const best: { readonly sum: number; readonly chain: readonly Candidate[] }[] = [];
  let top: { readonly sum: number; readonly chain: readonly Candidate[] } = { sum: 0, chain: [] };
  candidates.forEach((candidate, index) => {
    let before: { readonly sum: number; readonly chain: readonly Candidate[] } = { sum: 0, chain: [] };
    for (let earlier = 0; earlier < index; earlier++) {
      const other = candidates[earlier];
      const chain = best[earlier];
      if (!other || !chain || other.order >= candidate.order || other.at >= candidate.at) continue;
      if (chain.sum >= before.sum) before = chain;
    }
    const mine = { sum: before.sum + candidate.score, chain: [...before.chain, candidate] };
    best[index] = mine;
    if (mine.sum >= top.sum) top = mine;
  });
  return top.chain.map(startOf);
}
