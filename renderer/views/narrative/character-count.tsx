// Characters of a chapter; against the limit where the notice sets one.
import { blockText, type ChapterDoc } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { countCharacters, LIMITED_CHAPTER } from '../../state/selectors.ts';

export function CharacterCount({ chapter, doc }: { readonly chapter: ChapterKey; readonly doc: ChapterDoc }) {
  const count = countCharacters(doc.content.map(blockText).join(''));
  if (chapter !== LIMITED_CHAPTER.chapter) return <span className="count">{count} 字</span>;
  const over = count - LIMITED_CHAPTER.characters;
  return (
    <span className={over > 0 ? 'count is-over' : 'count'} title="国办公开办函〔2021〕30号：原则上不超过一千字">
      {count} / {LIMITED_CHAPTER.characters} 字{over > 0 && `，超出 ${over} 字`}
    </span>
  );
}
