// Above a page: the chapters it shows, each leading to the screen where it is filled in.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import { go, placeOfChapter } from '../../state/navigate.ts';
import { useStore } from '../../state/store.ts';
import { headingsOn, type HeadingPage } from './heading-pages.ts';

export function PageOrigins(props: { readonly page: number; readonly headings: readonly HeadingPage[] }) {
  const edition = useStore((now) => now.document?.report.edition);
  if (!edition) return null;
  const chapters = new Map<string, ChapterKey>(
    EDITIONS[edition].chapters.map((chapter) => [chapterHeading(chapter), chapter.key]),
  );
  const here = headingsOn(
    props.page,
    props.headings.filter(({ title }) => chapters.has(title)),
  );
  return (
    <p className="page-origins">
      {here.map(({ title }) => (
        <button key={title} type="button" onClick={() => go(placeOfChapter(chapters.get(title) ?? 'preface'))}>
          {title} ↗
        </button>
      ))}
    </p>
  );
}
