// Lists of parts beside the whole they belong to: “4445条，其中…2861条，…540条”, “28件（网络5件、邮寄23件）”, “…，共计28件”.
import type { Quantity } from './numbers.ts';
import type { ProseBlock, ProseSentence } from './prose.ts';

export interface PartList {
  /** What may be the whole, the nearest in front of the list first. */
  readonly wholes: readonly Quantity[];
  readonly parts: readonly Part[];
  /** among: 其中. brackets: （…） right behind the whole. total: the whole stands behind its parts. */
  readonly kind: 'among' | 'brackets' | 'total';
  readonly sentence: ProseSentence;
}

export interface Part {
  readonly quantity: Quantity;
  /** The words in front of it, up to the mark before. */
  readonly name: string;
  /** Counts the stretches between semicolons. */
  readonly stretch: number;
}

interface Frame {
  readonly wholes: readonly Quantity[];
  readonly kind: 'among' | 'brackets';
  readonly depth: number;
  readonly parts: Part[];
  readonly sentence: ProseSentence;
  open: boolean;
}

/** Kinds of case are one unit: “3起，其中维持2件”. */
const unitOf = (unit: string): string => (/^[件宗起例份]$/.test(unit) ? '件' : unit);

const AMONG = /其中|分别(?:是|为)?[:：]?$|包括[:：]?$|具体(?:为|是)/;
const NOT_A_PART = /较上年|比上年|同比|环比|相比|增加|减少|增长|下降|多出|平均|日均|每/;
const CLOSES = /(?:另有|另外|此外|还有|除)/;

/** Every list of parts of a block, nested lists apart. */
export function partLists(block: ProseBlock): readonly PartList[] {
  const lists: PartList[] = [];
  const frames: Frame[] = [];
  let lastOfSentence: readonly Quantity[] = [];
  const close = (frame: Frame): void => {
    for (const wholes of Map.groupBy(frame.wholes, ({ unit }) => unitOf(unit)).values()) {
      const parts = frame.parts.filter(({ quantity }) => wholes[0] !== undefined && isOfUnit(quantity, wholes[0]));
      if (parts.length > 0) lists.push({ wholes, parts, kind: frame.kind, sentence: frame.sentence });
    }
  };
  for (const sentence of block.sentences) {
    const seen: Quantity[] = [];
    const depths = new Map<Quantity, number>();
    let depth = 0;
    let stretch = 0;
    let stretchOf = new Map<Quantity, number>();
    for (const [index, quantity] of sentence.quantities.entries()) {
      const last = sentence.quantities[index - 1];
      const gap = block.plain.slice(last?.end ?? sentence.from, quantity.from);
      for (const [at, mark] of [...gap].entries()) {
        if (mark === '(') {
          depth++;
          const behind = last !== undefined && gap.slice(0, at).replace(/\s/g, '').length <= 1 && last.kind === 'count';
          frames.push({ wholes: behind ? [last] : [], kind: 'brackets', depth, parts: [], sentence, open: true });
        } else if (mark === ')') {
          while (frames.length > 0 && (frames.at(-1)?.depth ?? 0) >= depth) close(frames.pop() as Frame); // just tested
          depth = Math.max(0, depth - 1);
        } else if (mark === ';') stretch++;
      }
      if (quantity.kind === 'percent') continue;
      const clause = gap.split(/[，;:()。、]/).at(-1) ?? '';
      const words = gap.split(/[;()]/).at(-1) ?? '';
      if (AMONG.test(words.replace(/\s/g, '')) && (/其中/.test(words) || frames.at(-1)?.depth !== depth)) {
        const top = frames.at(-1);
        // figures inside brackets that are closed again are no whole of what follows
        const open = seen.filter((one) => (depths.get(one) ?? 0) <= depth);
        const wholes = (seen.length > 0 ? open : lastOfSentence).filter(({ unit }) => unit !== '').toReversed();
        const [nearest] = wholes;
        const beside = nearest && top?.parts.some((part) => part.quantity === nearest) ? nearest : undefined;
        // “…4件；行政诉讼46件，其中…”: the new whole is a sibling of the old one, no part of it
        if (
          top &&
          beside &&
          stretchOf.get(beside) === stretch &&
          stretch > (stretchOf.get(top.wholes[0] ?? beside) ?? 0)
        ) {
          top.parts.splice(top.parts.findIndex((part) => part.quantity === beside));
          close(frames.pop() as Frame); // just tested
        } else if (top && !beside && top.depth === depth && top.kind === 'among') close(frames.pop() as Frame); // just tested
        if (/其中/.test(words)) frames.push({ wholes, kind: 'among', depth, parts: [], sentence, open: true });
      }
      const top = frames.at(-1);
      if (top && CLOSES.test(words)) top.open = false;
      if (top?.open && top.depth >= depth && !NOT_A_PART.test(clause)) {
        top.parts.push({ quantity, name: clause.replace(/\s/g, ''), stretch });
      } else if (!top) addTotal(lists, block, sentence, seen, quantity, words);
      seen.push(quantity);
      depths.set(quantity, depth);
      stretchOf = stretchOf.set(quantity, stretch);
    }
    while (frames.length > 0) close(frames.pop() as Frame); // just tested
    // “。其中” speaks of a whole of the sentence before, not of one of its parts
    const parts = new Set(lists.flatMap((list) => list.parts.map((part) => part.quantity)));
    lastOfSentence = seen.filter((one) => depths.get(one) === 0 && !parts.has(one));
  }
  return lists;
}

const isOfUnit = (part: Quantity, whole: Quantity): boolean =>
  unitOf(part.unit) === unitOf(whole.unit) || part.unit === '' || (whole.unit === '' && part.unit === '');

/** “网络5件、邮寄23件，合计28件”: the whole behind its parts. */
function addTotal(
  lists: PartList[],
  block: ProseBlock,
  sentence: ProseSentence,
  seen: readonly Quantity[],
  whole: Quantity,
  words: string,
): void {
  if (!/(?:^|[，、])\s*(?:合计|共计|总计|总共|共)\s*(?:为|是)?\s*$/.test(words)) return;
  const parts = seen.filter((quantity) => quantity.kind === 'count' && isOfUnit(quantity, whole));
  if (parts.length < 2) return;
  const named = parts.map(
    (quantity): Part => ({
      quantity,
      name: block.plain.slice(Math.max(sentence.from, quantity.from - 6), quantity.from),
      stretch: 0,
    }),
  );
  lists.push({ wholes: [whole], parts: named, kind: 'total', sentence });
}
