// Lists of parts beside the whole they belong to: “4445条，其中…2861条，…540条”, “28件（网络5件、邮寄23件）”, “…，共计28件”.
import { toMillionths } from '../model/decimal.ts';
import type { Quantity } from './numbers.ts';
import type { ProseBlock, ProseSentence } from './prose.ts';

export interface PartList {
  /** What may be the whole, the nearest in front of the list first. */
  readonly wholes: readonly Quantity[];
  readonly parts: readonly Part[];
  /** among: 其中, 包括. brackets: （…） right behind the whole. total: the whole stands behind its parts. */
  readonly kind: 'among' | 'brackets' | 'total';
  readonly sentence: ProseSentence;
  /** Every count behind the beginning of the list, in any unit, also where the list seems to have ended. */
  readonly following: readonly Quantity[];
}

export interface Part {
  readonly quantity: Quantity;
  /** The words in front of it, up to the mark before. */
  readonly name: string;
  /** Counts the stretches between semicolons. */
  readonly stretch: number;
}

/** A list stands near its whole: so many counts in front of it are looked at. */
const NEAREST = 24;

interface Frame {
  readonly wholes: readonly Quantity[];
  readonly kind: 'among' | 'brackets';
  readonly depth: number;
  readonly parts: Part[];
  readonly following: Quantity[];
  /** Of the parts. */
  sum: bigint;
  readonly sentence: ProseSentence;
  /** False once the sentence goes on with something else. */
  open: boolean;
}

/** A quantity with its place in the sentence: depth of brackets, stretch between semicolons. */
interface Placed {
  readonly quantity: Quantity;
  readonly depth: number;
  readonly stretch: number;
  /** “比上年减少9件”: seldom the whole of what follows. */
  readonly isChange: boolean;
}

/** As wholes of what follows, changes come last. */
const asWholes = (seen: readonly Placed[]): readonly Quantity[] =>
  [...seen.filter(({ isChange }) => isChange), ...seen.filter(({ isChange }) => !isChange)].map(
    ({ quantity }) => quantity,
  );

/** Kinds of case are one unit: “3起，其中维持2件”. */
const unitOf = (unit: string): string => (/^[件宗起例份]$/.test(unit) ? '件' : unit);

const AMONG =
  /其中|^(?:(?:政府)?信息公开)?(?:申请)?(?:件)?中，|(?:^|，)(?:(?:从|按)?申请|[从按](?:提交|提出|接收|受理|申请人|申请主体)?的?)(?:渠道|方式|形式|来源|类型|类别|身份|内容|事项)(?:方面|来?看|划?分|上)?[:，]|(?:^|，)[从按]申请(?:人|主体)(?:来?看|划?分)[:，]|(?:^|，)在?[^，]{2,12}(?:信息|申请|案件|结果|复议|诉讼|件|条)中，/;
/** “3437条，包括：人事信息12条”, “98期：市级48期”: right behind the whole. */
const CONSISTS =
  /^，?(?:主要|具体)?(?:包括|包含|涵盖|分别(?:为|是)|为|是)?:|^，?(?:主要|具体)?(?:包括|包含|分别为|分别是)/;
const NOT_A_PART =
  /(?:上年|去年|同期)(?![^，]{0,4}(?:结转|转入))|较上年|比上年|同比|环比|相比|增加|减少|增长|下降|多出|平均|日均|每/;
/** “比上年增加54件”, right in front of the figure. */
const CHANGE = /(?:增加|减少|增长|下降|上升|多出|多|少)了?$/;
/** A total of what stands in front is no part of it. */
const TOTAL = /(?:^|[，、])(?:合计|共计|总计|总共|共)(?:为|是)?$/;
const SUM_BEFORE = /(?:合计|共计|总计|总共)(?:为|是)?$/;
/** Where the parts give the whole, these words begin something else: “…法人3件，上年结转2件，办结29件”. */
const GOES_ON = /结转|办结|答复|办理|处理|^共/;
/** “予以公开42件、部分公开11件，两者合计53件；不予公开…”: the list goes on. */
const SUBTOTAL = /(?:两者|二者|[两二三]项|[两二三]类)(?:合计|共计|总计|共|相加)(?:为|是)?$/;
const CLOSES = /另有|另外|此外|还有|除|全年|累计/;
/** A list without verbs ends where a new statement begins: “…政务动态900条，微信推送信息560条”. */
const VERB = /发布|(?<!信息|政务|予以|部分|不予|全部|主动)公开|推送|编印|印发|召开|举办|开展|制作|举行|报送|上传/;

/** Every list of parts of a block, nested lists apart. */
export function partLists(block: ProseBlock): readonly PartList[] {
  const lists: PartList[] = [];
  let lastOfSentence: readonly Quantity[] = [];
  for (const sentence of block.sentences) {
    if (sentence.quantities.length === 0) {
      lastOfSentence = [];
      continue;
    }
    const found = listsOfSentence(block, sentence, lastOfSentence);
    lists.push(...found.lists);
    // “。其中” speaks of a whole of the sentence before, not of one of its parts
    const parts = new Set(found.lists.flatMap((list) => list.parts.map((part) => part.quantity)));
    const wholes = asWholes(found.seen.filter(({ depth, quantity }) => depth === 0 && !parts.has(quantity)));
    // “…共221件。按申请人分，…。按方式分，…”: a sentence of parts alone leaves the whole what it was
    if (wholes.length > 0 || parts.size === 0) lastOfSentence = wholes;
  }
  return lists;
}

function listsOfSentence(block: ProseBlock, sentence: ProseSentence, before: readonly Quantity[]) {
  const lists: PartList[] = [];
  const frames: Frame[] = [];
  const seen: Placed[] = [];
  /** “市局（310件）、县局（188件），共计498件”. */
  const bracketed: Placed[] = [];
  let depth = 0;
  let stretch = 0;
  const close = (): void => {
    const frame = frames.pop();
    for (const wholes of Map.groupBy(frame?.wholes ?? [], ({ unit }) => unitOf(unit)).values()) {
      const parts =
        frame?.parts.filter(({ quantity }) => wholes[0] !== undefined && isOfUnit(quantity, wholes[0])) ?? [];
      if (frame && parts.length > 0)
        lists.push({ wholes, parts, kind: frame.kind, sentence, following: frame.following });
    }
  };
  const open = (kind: Frame['kind'], wholes: readonly Quantity[]): void => {
    frames.push({ wholes, kind, depth, parts: [], following: [], sum: 0n, sentence, open: true });
  };
  for (const [index, quantity] of sentence.quantities.entries()) {
    const last = sentence.quantities[index - 1];
    const gap = block.plain.slice(last?.end ?? sentence.from, quantity.from).replace(/\s/g, '');
    const whole = last?.kind === 'count' ? [last] : [];
    for (const [at, mark] of gap.split('').entries()) {
      if (mark === '(') {
        depth++;
        open('brackets', at <= 1 ? whole : []);
      } else if (mark === ')') {
        while ((frames.at(-1)?.depth ?? -1) >= depth) close();
        depth = Math.max(0, depth - 1);
        // figures inside brackets that are closed again are no whole of what follows
        while ((seen.at(-1)?.depth ?? 0) > depth) bracketed.push(seen.pop() as Placed); // just seen
      } else if (mark === ';') stretch++;
    }
    if (quantity.kind === 'percent') continue;
    const clause = gap.split(/[，;:()。、]/).at(-1) ?? '';
    const words = gap.split(/[;()]/).at(-1) ?? '';
    if (AMONG.test(words)) {
      const wholes = seen.length > 0 ? asWholes(seen.slice(-NEAREST)) : before.slice(-NEAREST);
      closeSiblings(frames, close, seen.at(-1), depth);
      open('among', wholes.filter(({ unit }) => unit !== '').toReversed());
    } else if (CONSISTS.test(gap) && whole[0]?.unit) {
      closeSiblings(frames, close, seen.at(-1), depth);
      open('among', whole);
    }
    const top = frames.at(-1);
    if (!top) addTotal(lists, block, sentence, [seen, bracketed], quantity, words);
    else {
      if (top.depth >= depth) top.following.push(quantity);
      const isNews =
        VERB.test(clause) && !goesOn(top.parts, stretch) && top.parts.every(({ name }) => !VERB.test(name));
      const isFull = top.wholes[0] !== undefined && top.sum === toMillionths(top.wholes[0].value);
      if (CLOSES.test(words) || TOTAL.test(words) || isNews || (isFull && GOES_ON.test(clause))) top.open = false;
      if (SUBTOTAL.test(clause)) {
        const parts = top.parts.slice(/[三]/.test(clause) ? -3 : -2);
        if (parts.length > 1) lists.push({ wholes: [quantity], parts, kind: 'total', sentence, following: [] });
      } else if (top.open && top.depth >= depth && !NOT_A_PART.test(clause)) {
        top.parts.push({ quantity, name: clause, stretch });
        top.sum += toMillionths(quantity.value);
      }
    }
    seen.push({ quantity, depth, stretch, isChange: CHANGE.test(clause) });
  }
  while (frames.length > 0) close();
  return { lists, seen };
}

/**
 * A new list at the same depth. Its whole may be a part of the open list, which is then the outer one; behind a semicolon
 * (“…4件；行政诉讼46件，其中…”) or elsewhere it is a sibling, and the open list ends.
 */
function closeSiblings(frames: readonly Frame[], close: () => void, nearest: Placed | undefined, depth: number): void {
  const top = frames.at(-1);
  if (!top || top.depth !== depth || top.kind !== 'among') return;
  const at = top.parts.findIndex(({ quantity }) => quantity === nearest?.quantity);
  const first = top.parts[0]?.stretch ?? 0;
  if (at >= 0 && (nearest?.stretch ?? 0) > first) {
    top.parts.splice(at);
    close();
  } else if (at < 0) close();
}

/** Nothing listed so far, or a list with a semicolon behind each part, this one too. */
const goesOn = (parts: readonly Part[], stretch: number): boolean =>
  parts.length !== 1 && [...parts, { stretch }].every((part, at) => part.stretch === (parts[0]?.stretch ?? 0) + at);

const isOfUnit = (part: Quantity, whole: Quantity): boolean =>
  unitOf(part.unit) === unitOf(whole.unit) || part.unit === '';

/** “网络5件、邮寄23件，合计28件”: the whole behind its parts. */
function addTotal(
  lists: PartList[],
  block: ProseBlock,
  sentence: ProseSentence,
  runs: readonly (readonly Placed[])[],
  whole: Quantity,
  words: string,
): void {
  if (!TOTAL.test(words)) return;
  const parts = runs.map((run) => partsUpTo(block, sentence, run, whole)).find((found) => found.length > 1);
  if (parts) lists.push({ wholes: [whole], parts, kind: 'total', sentence, following: [] });
}

/** Back until the total is reached: what stands before that is none of its parts. */
function partsUpTo(
  block: ProseBlock,
  sentence: ProseSentence,
  run: readonly Placed[],
  whole: Quantity,
): readonly Part[] {
  const parts: Part[] = [];
  const total = toMillionths(whole.value);
  for (let at = run.length - 1, sum = 0n; at >= 0 && sum < total; at--) {
    const { quantity, stretch } = run[at] as Placed; // at is in range
    if (quantity.kind !== 'count' || !isOfUnit(quantity, whole)) continue;
    const name = block.plain.slice(Math.max(sentence.from, quantity.from - 6), quantity.from);
    if (CHANGE.test(name)) continue;
    // “……，总计57项；处罚新增10项，总计44项”: the parts of another total
    if (SUM_BEFORE.test(name)) break;
    sum += toMillionths(quantity.value);
    parts.push({ quantity, name, stretch });
  }
  return parts.toReversed();
}
