// 文字: one chapter on a page in the report's own type, last year's text alongside.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { Button, Checkbox } from 'antd';
import { startTransition, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { ChapterDoc } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { compareChapters } from '../../editor/compare-prose.ts';
import { NarrativeEditor, type TextPlace } from '../../editor/narrative-editor.tsx';
import { editChapter } from '../../state/document-actions.ts';
import { isLocked } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { CharacterCount } from './character-count.tsx';
import { FrontFields } from './front-fields.tsx';
import { LastProse } from './last-prose.tsx';
import { MarkCard } from './mark-card.tsx';
import { boundAt } from './quantities.ts';
import { useProseMarks } from './use-prose-marks.ts';
import './narrative.css';

const START: TextPlace = { block: -1, from: 0, to: 0 };

/** The next place after the one visited, and around to the first. */
function nextOf(places: readonly TextPlace[], { block, from }: TextPlace = START): TextPlace {
  const after = places.find((one) => one.block > block || (one.block === block && one.from > from));
  return { ...(after ?? places[0] ?? START) };
}

let madeOne = false;

/**
 * Whether the editor is to be made. The first of all takes by far the longest, because none of its code has run before: it is made after the
 * screen has come up. Those that follow come with their screen, so that a key pressed at once is theirs.
 */
function useReady(): boolean {
  const [ready, setReady] = useState(madeOne);
  useEffect(() => {
    madeOne ||= ready;
    if (ready) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // in one go: where React pauses between making an editor and showing it, the editor gives itself up and is made once more
      timer = setTimeout(() => flushSync(() => setReady(true)), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [ready]);
  return ready;
}

/** True a moment after the page stands: last year's text beside it is as long, and is drawn and laid out on its own. */
function useAfter(ready: boolean): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (ready) startTransition(() => setAfter(true));
  }, [ready]);
  return after;
}

export function NarrativeView({ chapter }: { readonly chapter: ChapterKey }) {
  const document = useStore((now) => now.document);
  const [typed, setTyped] = useState<ChapterDoc | null>(null);
  const [beside, setBeside] = useState(true);
  const [block, setBlock] = useState(0);
  const [card, setCard] = useState<{ readonly id: string; readonly anchor: DOMRect; readonly byKeys: boolean } | null>(
    null,
  );
  const saved = document?.report.chapters[chapter];
  const last = document?.previous?.chapters[chapter];
  const doc = typed ?? saved;
  const later = useDeferredValue(saved);
  const comparison = later && last ? compareChapters(last, later) : null;
  const ready = useReady();
  const compared = useAfter(ready) ? comparison : null;
  const { marks, bound, asked } = useProseMarks(chapter, beside ? comparison : null);
  const stale = marks.marks.filter(({ kind }) => kind === 'stale');
  // a place visited here holds until a finding or a search asks for another
  const [visited, setVisited] = useState<{ readonly place: TextPlace; readonly after: TextPlace | null } | null>(null);
  const cursor = visited && visited.after === asked ? visited.place : asked;
  const closeCard = useCallback(() => setCard(null), []);
  if (!document || !saved || !doc) return null;
  const one = card ? boundAt(bound, card.id) : undefined;
  const spec = EDITIONS[document.report.edition].chapters.find((one) => one.key === chapter);
  const locked = isLocked(document);
  const name = spec ? chapterHeading(spec) : '标题与引言';
  return (
    <div className="narrative">
      <WorkHead title={name} note={spec ? spec.rule : '引言可以不写；标题按格式由机关全称和年度组成。'}>
        {stale.length > 0 && !locked && (
          <Button
            size="small"
            title="还是上年文字中的数；逐个查看"
            onClick={() => setVisited({ place: nextOf(stale, visited?.place), after: asked })}
          >
            待更新 {stale.length} 处
          </Button>
        )}
        <CharacterCount chapter={chapter} doc={doc} />
        {document.previous && (
          <Checkbox checked={beside} onChange={(event) => setBeside(event.target.checked)}>
            并排显示上年文字
          </Checkbox>
        )}
      </WorkHead>
      {chapter === 'preface' && <FrontFields locked={locked} />}
      <div className="narrative-columns">
        {ready && (
          <NarrativeEditor
            label={name}
            doc={saved}
            readOnly={locked}
            marks={marks}
            onType={(now) => startTransition(() => setTyped(now))}
            onBlock={setBlock}
            focused={asked === null}
            cursor={cursor}
            onMark={(id, anchor, byKeys) => setCard({ id, anchor, byKeys })}
            onSave={(next) => void editChapter(chapter, next).then(() => setTyped(null))}
          />
        )}
        {beside && document.previous && comparison && (
          <LastProse year={document.previous.year} comparison={compared} paragraph={block} />
        )}
      </div>
      {one && card && <MarkCard one={one} anchor={card.anchor} byKeys={card.byKeys} onClose={closeCard} />}
    </div>
  );
}
