// How much of each chapter's prose is last year's, sentence for sentence: what the notice calls 内容雷同.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { useMemo } from 'react';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { characterCount, isEmptyChapter } from '../../../shared/model/chapter.ts';
import type { ChapterKey, Report } from '../../../shared/model/report.ts';
import { compareChapters } from '../../editor/compare-prose.ts';
import { go, placeOfChapter } from '../../state/navigate.ts';
import { ShareBar } from './share-bar.tsx';

interface Share {
  readonly chapter: ChapterKey;
  readonly name: string;
  readonly last: number;
  readonly now: number;
  /** Of this year's sentences, in percent. */
  readonly same: number;
}

function sharesOf(report: Report, previous: Report): readonly Share[] {
  const named = EDITIONS[report.edition].chapters.map((chapter) => ({
    key: chapter.key,
    name: chapterHeading(chapter),
  }));
  return [{ key: 'preface' as const, name: '引言' }, ...named]
    .filter(({ key }) => !isEmptyChapter(report.chapters[key]) || !isEmptyChapter(previous.chapters[key]))
    .map(({ key, name }) => ({
      chapter: key,
      name,
      last: characterCount(previous.chapters[key]),
      now: characterCount(report.chapters[key]),
      same: Math.round(compareChapters(previous.chapters[key], report.chapters[key]).sameShare * 100),
    }));
}

/** Above this share a chapter is worth another look. */
const MUCH = 60;

export function ProseShares({ report, previous }: { readonly report: Report; readonly previous: Report }) {
  const shares = useMemo(() => sharesOf(report, previous), [report, previous]);
  if (shares.length === 0) return null;
  return (
    <section aria-label="文字">
      <table className="compare-table">
        <caption>文字</caption>
        <thead>
          <tr>
            <th scope="col">章节</th>
            <th scope="col" className="figure">
              {previous.year} 年
            </th>
            <th scope="col" className="figure">
              {report.year} 年
            </th>
            <th scope="col">与上年相同</th>
            <th scope="col" className="figure">
              占本年句数
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ chapter, name, last, now, same }) => (
            <tr key={chapter}>
              <th scope="row">
                <button type="button" className="compare-label" onClick={() => go(placeOfChapter(chapter))}>
                  {name}
                </button>
              </th>
              <td className="figure">{last} 字</td>
              <td className="figure">{now} 字</td>
              <td>
                <ShareBar percent={same} />
              </td>
              <td className={same >= MUCH ? 'figure is-much' : 'figure'}>{same}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
