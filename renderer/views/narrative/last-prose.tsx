// Last year's text beside this year's, paragraph by paragraph: what was taken over, what was changed, what is gone.
import { memo, useEffect, useRef } from 'react';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import type { LastSentence, ProseComparison } from '../../editor/compare-prose.ts';

const FATES = { kept: '未改动', changed: '已修改', gone: '未沿用' } as const;

function Sentence({ sentence }: { readonly sentence: LastSentence }) {
  return (
    <span className={`fate is-${sentence.fate}`} title={FATES[sentence.fate]}>
      {sentence.fate === 'changed'
        ? sentence.pieces.map((piece, index) =>
            piece.changed ? <del key={index}>{piece.text}</del> : <span key={index}>{piece.text}</span>,
          )
        : sentence.pieces.map(({ text }) => text).join('')}
    </span>
  );
}

const LastParagraph = memo(function LastParagraph(props: {
  readonly sentences: readonly LastSentence[];
  readonly beside: boolean;
}) {
  return (
    <p className={props.beside ? 'is-beside' : ''}>
      {props.sentences.map((sentence, at) => (
        <Sentence key={at} sentence={sentence} />
      ))}
    </p>
  );
});

/** Drawn anew only where the comparison or the paragraph changes, not with every key in the text beside it. */
export const LastProse = memo(function LastProse(props: {
  readonly year: number;
  /** Null until it has been made. */
  readonly comparison: ProseComparison | null;
  /** This year's paragraph with the cursor. */
  readonly paragraph: number;
}) {
  const { year, comparison, paragraph } = props;
  const list = useRef<HTMLDivElement>(null);
  const match = comparison?.last.findIndex((sentences) => sentences.some((one) => one.paragraph === paragraph)) ?? -1;
  useEffect(() => {
    list.current?.children[match]?.scrollIntoView({ block: 'nearest' });
  }, [match]);
  const share = Math.round((comparison?.sameShare ?? 0) * 100);
  return (
    <aside className="last-prose" aria-label={`${year}年度文字`}>
      <header>
        <strong>{year} 年度</strong>
        {comparison && <span className={share >= 60 ? 'is-much' : ''}>本年 {share}% 的句子与上年相同</span>}
      </header>
      <ul className="fate-legend" aria-label="图例">
        <li className="fate is-kept">未改动</li>
        <li className="fate is-changed">
          <del>已修改</del>
        </li>
        <li className="fate is-gone">未沿用</li>
      </ul>
      <ScrollRegion ref={list} className="last-prose-body" label="上年文字">
        {comparison?.last.length === 0 && <p className="panel-empty">上年此章没有文字。</p>}
        {comparison?.last.map((sentences, index) => (
          <LastParagraph key={index} sentences={sentences} beside={index === match} />
        ))}
      </ScrollRegion>
    </aside>
  );
});
