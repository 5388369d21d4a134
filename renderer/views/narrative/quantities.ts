// The quantities of a chapter as underlines: bound and agreeing, bound and differing, unbound; and what can be done about one. Pure.
import type { Finding } from '../../../shared/checks/finding.ts';
import { findingKey } from '../../../shared/checks/finding.ts';
import { blockText, type ChapterDoc } from '../../../shared/model/chapter.ts';
import type { ChapterKey, Report } from '../../../shared/model/report.ts';
import { bindProse, type BoundQuantity } from '../../../shared/text/match.ts';
import { readProse } from '../../../shared/text/prose.ts';
import { staleFigures } from '../../../shared/text/stale.ts';
import { replaceInBlock } from '../../editor/replace-in-block.ts';
import type { ProseMark } from '../../editor/prose-marks.ts';

export interface ChapterQuantities {
  readonly marks: readonly ProseMark[];
  readonly bound: readonly BoundQuantity[];
}

const idOf = ({ block, from }: Pick<BoundQuantity, 'block' | 'from'>): string => `${block}:${from}`;

/** The bound quantity that a mark stands for. */
export const boundAt = (bound: readonly BoundQuantity[], id: string): BoundQuantity | undefined =>
  bound.find((one) => idOf(one) === id);

/** The finding about a quantity, if the checks have one. */
export const findingOf = (findings: readonly Finding[], one: BoundQuantity): Finding | undefined =>
  findings.find(
    ({ chapter, quote, left, cells }) =>
      chapter === one.chapter && quote === one.sentence && left === one.value && cells.join() === one.cells.join(),
  );

/** Said of a figure that still stands as last year's text had it. */
const STALE = '待更新：与上年文字中的数相同';

/** Underlines for one chapter. A difference that has a 说明 is no longer red; an unbound figure taken over from last year is 待更新. */
export function chapterQuantities(
  report: Report,
  chapter: ChapterKey,
  findings: readonly Finding[],
  explanations: Readonly<Record<string, string>>,
  previous: Report | null = null,
): ChapterQuantities {
  const bound = bindProse(report).filter((one) => one.chapter === chapter);
  const explained = (one: BoundQuantity): boolean => {
    const finding = findingOf(findings, one);
    return finding !== undefined && Boolean(explanations[findingKey(finding)]);
  };
  const known = bound.map(
    (one): ProseMark => ({
      block: one.block,
      from: one.from,
      to: one.to,
      kind: one.agrees ? 'agrees' : explained(one) ? 'unbound' : one.certainty === 'sure' ? 'differs' : 'doubtful',
      id: idOf(one),
    }),
  );
  const taken = new Set(bound.map(idOf));
  const stale = new Set(
    previous
      ? staleFigures(report, previous)
          .filter((one) => one.chapter === chapter)
          .map(idOf)
      : [],
  );
  const others = readProse(report)
    .filter((block) => block.chapter === chapter)
    .flatMap((block) =>
      block.sentences.flatMap(({ quantities }) =>
        quantities.map(({ from, to }): ProseMark => ({ block: block.index, from, to, kind: 'unbound' })),
      ),
    )
    .filter((mark) => !taken.has(idOf(mark)))
    .map((mark): ProseMark => (stale.has(idOf(mark)) ? { ...mark, kind: 'stale', title: STALE } : mark));
  return { marks: [...known, ...others], bound };
}

/** The chapter with the characters from `from` to `to` of a block replaced; null where they do not say `expected` any more. */
export function withReplaced(
  doc: ChapterDoc,
  place: Pick<BoundQuantity, 'block' | 'from' | 'to' | 'text'>,
  text: string,
): ChapterDoc | null {
  const block = doc.content[place.block];
  if (!block || blockText(block).slice(place.from, place.to) !== place.text) return null;
  const content = doc.content.map((one, index) => (index === place.block ? replaceInBlock(one, place, text) : one));
  return { ...doc, content };
}
