// C-NUMBERING: numbers of headings and lists that are repeated, skipped, or begin in the middle (two systems mixed).
import { chapterName } from '../editions/chapter-name.ts';
import { readChineseNumeral } from '../text/chinese-numerals.ts';
import type { ProseBlock } from '../text/prose.ts';
import { quotedRanges, isWithin } from '../text/sentences.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

interface Marker {
  /** Rank of the system: a number of a higher system begins the lower ones anew. */
  readonly rank: number;
  readonly number: number;
  readonly text: string;
  readonly block: ProseBlock;
}

/** At the start of a block; the canonical text has half-width brackets. */
const HEADS: readonly RegExp[] = [
  /^\s*([一二三四五六七八九十]{1,3})\s*、/,
  /^\s*\(([一二三四五六七八九十]{1,3})\)/,
  /^\s*(\d{1,2})\s*[.．、](?!\d(?!\d{3}\s*年))/,
  /^\s*\((\d{1,2})\)/,
];
/** 一是 … 二是, at the start of a clause. */
const RUNNING = /(?:^|[。；;，：:、\s(])([一二三四五六七八九十]{1,2})是(?=[^一否])/g;

export const numbering: Rule = ({ prose, edition }) =>
  edition.chapters.flatMap(({ key }): Finding[] => {
    const markers = prose.filter(({ chapter }) => chapter === key).flatMap(markersOf);
    const fault = firstFault(markers);
    if (!fault) return [];
    const { left, right, why, marker } = fault;
    const message = `${chapterName(edition, key)}的序号“${left}”${why}。`;
    return [
      finding('C-NUMBERING', {
        cells: [],
        chapter: key,
        left,
        right,
        message,
        quote: marker.block.text.slice(0, 60),
      }),
    ];
  });

function markersOf(block: ProseBlock): Marker[] {
  const heads = HEADS.flatMap((pattern, rank): Marker[] => {
    const match = pattern.exec(block.plain);
    const number = Number(/^\d/.test(match?.[1] ?? '') ? match?.[1] : readChineseNumeral(match?.[1] ?? ''));
    return match && number > 0 ? [{ rank, number, text: block.text.slice(0, match[0].length).trim(), block }] : [];
  });
  const quoted = quotedRanges(block.text);
  const running = [...block.plain.matchAll(RUNNING)]
    .filter(({ index }) => !isWithin(quoted, index + 1))
    .map(
      (match): Marker => ({
        rank: HEADS.length,
        number: Number(readChineseNumeral(match[1] ?? '')),
        text: `${match[1]}是`,
        block,
      }),
    );
  return [...heads, ...running];
}

interface Fault {
  readonly left: string;
  readonly right: string;
  readonly why: string;
  readonly marker: Marker;
}

function firstFault(markers: readonly Marker[]): Fault | null {
  const last = new Map<number, Marker>();
  for (const marker of markers) {
    const { rank, number, text } = marker;
    const before = last.get(rank);
    for (const lower of last.keys()) if (lower > rank) last.delete(lower);
    last.set(rank, marker);
    const anew = number === 1 && (before?.number !== 1 || rank === HEADS.length);
    if (anew || number === (before?.number ?? 0) + 1) continue;
    if (!before) return { left: text, right: '从一开始', why: '不是从一开始，可能混用了两种序号或漏了前一项', marker };
    if (number === before.number) return { left: text, right: before.text, why: '重复', marker };
    return { left: text, right: before.text, why: `接在“${before.text}”之后，不连续`, marker };
  }
  return null;
}
