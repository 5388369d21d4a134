// A share that the prose tells without its count (“予以公开占50.6%”) against the row or column of 表三 that its words name.
import { PROSE_LISTS } from '../editions/prose-lists.ts';
import type { ProseWords, Sum } from '../editions/prose-words.ts';
import { sumOf } from '../editions/totals.ts';
import { toMillionths } from '../model/decimal.ts';
import type { CellId } from '../model/report.ts';
import { bindingsOf } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import { matches } from '../text/pattern.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import { subjectsOf } from '../text/reading.ts';
import { compact } from '../text/words-beside.ts';
import type { CheckContext } from './context.ts';
import { isPositive, percentOf, rightly, rounds, type WrongPercent } from './percent.ts';
import { wholesOfTable } from './percent-share.ts';

/** “其中予以公开的占50.6%”: nothing but a name in front, up to the mark before it. */
const NAMED = /(?:^|[，、;:])(?:其中)?([^，、;:()\d]{2,24}?)的?约?占(?:比|比例)?(?:为|约)?$/;

const TABLE = PROSE_LISTS.divided;

interface NamedShare {
  readonly percent: Quantity;
  readonly part: string;
  readonly cells: readonly CellId[];
  readonly wholes: readonly string[];
}

/** The shares of a sentence that differ from the table, by their percentage. One alone may be a share of something else. */
export function wrongNamedShares(
  context: CheckContext,
  block: ProseBlock,
  sentence: ProseSentence,
): ReadonlyMap<Quantity, WrongPercent> {
  const shares = namedShares(context, block, sentence);
  const right = shares.filter(({ percent, part, wholes }) =>
    wholes.some((whole) => rounds(percentOf(part, whole), percent)),
  );
  const wrong = shares.filter((share) => !right.includes(share));
  return new Map(wrong.map((share) => [share.percent, wrongOf(share, right.length > 0)]));
}

function wrongOf({ percent, part, cells, wholes }: NamedShare, sure: boolean): WrongPercent {
  const distance = (whole: string): bigint => {
    const gap = percentOf(part, whole) - toMillionths(percent.value);
    return gap < 0n ? -gap : gap;
  };
  const nearest = wholes.toSorted((left, right) => (distance(left) < distance(right) ? -1 : 1))[0] ?? '1';
  return {
    formula: `${part}÷${nearest}`,
    ...rightly(percentOf(part, nearest), percent),
    sure,
    cells,
  };
}

function namedShares({ report }: CheckContext, block: ProseBlock, sentence: ProseSentence): readonly NamedShare[] {
  if (!sentence.quantities.some(({ kind }) => kind === 'percent')) return [];
  const bindings = bindingsOf(report.edition);
  const table = bindings.tables.find((one) => one.table === TABLE);
  if (!table || !subjectsOf(bindings, block, sentence).has(TABLE)) return [];
  const wholes = wholesOfTable(report, TABLE).filter(isPositive);
  return sentence.quantities.flatMap((percent, at): readonly NamedShare[] => {
    const before = sentence.quantities[at - 1];
    const words = block.plain.slice(before?.end ?? sentence.from, percent.from);
    const name = NAMED.exec(words.replace(/\s/g, ''))?.[1];
    if (percent.kind !== 'percent' || percent.exactness !== 'exact' || name === undefined) return [];
    if (matches(bindings.comparison, name) || matches(bindings.scopes, name)) return [];
    const row = named(table.rows, compact(name, report.year));
    const cells = row?.means[0]?.map((key): CellId => `${TABLE}.${key}.${table.plainColumn ?? ''}`) ?? [];
    const part = cells.length > 0 ? sumOf(report.cells, cells) : null;
    return part === null || wholes.length === 0 ? [] : [{ percent, part, cells, wholes }];
  });
}

/** A row that is no whole, in the form's own words; a list of rows gives their sum. */
function named(rows: readonly ProseWords[], name: string): { readonly means: readonly Sum[] } | undefined {
  const found = name.split(/[和及与或]/).map((one) => rows.find(({ words }) => matches(words, `${one}□`)));
  const whole = rows.find(({ words }) => matches(words, `${name}□`));
  if (whole && whole.certainty === 'sure' && !whole.whole && whole.means.length === 1) return whole;
  return found.length > 1 && found.every((one) => one?.certainty === 'sure' && !one.whole && one.means.length === 1)
    ? { means: [found.flatMap((one) => one?.means[0] ?? [])] }
    : undefined;
}
