// Characters of a chapter; against the limit where the notice sets one.
import { LONGEST } from '../../../shared/editions/prose-requirements.ts';
import { type ChapterDoc, characterCount } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';

export function CharacterCount({ chapter, doc }: { readonly chapter: ChapterKey; readonly doc: ChapterDoc }) {
  const count = characterCount(doc);
  if (chapter !== LONGEST.chapter) return <span className="count">{count} 字</span>;
  const over = count - LONGEST.characters;
  return (
    <span className={over > 0 ? 'count is-over' : 'count'} title={LONGEST.basis}>
      {count} / {LONGEST.characters} 字{over > 0 && `，超出 ${over} 字`}
    </span>
  );
}
