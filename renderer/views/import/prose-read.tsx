// The prose as it was recognised, chapter by chapter.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { blockText, isEmptyChapter } from '../../../shared/model/chapter.ts';
import type { Report } from '../../../shared/model/report.ts';

export function ProseRead({ report }: { readonly report: Report }) {
  const chapters = [
    { key: 'preface' as const, name: '引言' },
    ...EDITIONS[report.edition].chapters.map((chapter) => ({ key: chapter.key, name: chapterHeading(chapter) })),
  ];
  return (
    <div className="prose-read">
      {chapters.map(({ key, name }) => (
        <section key={key}>
          <h2>{name}</h2>
          {isEmptyChapter(report.chapters[key]) ? (
            <p className="is-none">没有文字</p>
          ) : (
            report.chapters[key].content.map((block, index) => <p key={index}>{blockText(block)}</p>)
          )}
        </section>
      ))}
    </div>
  );
}
