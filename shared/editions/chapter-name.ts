// How a chapter is called: as the form prints it, and in messages.
import type { ChapterKey } from '../model/report.ts';
import type { ChapterSpec, FormEdition } from './types.ts';

const specOf = ({ chapters }: FormEdition, key: ChapterKey) => chapters.find((chapter) => chapter.key === key);

/** “五、存在的主要问题及改进情况”, as the form prints it; the title alone of what has no number. */
export const chapterHeading = ({ number, title }: Pick<ChapterSpec, 'number' | 'title'>): string =>
  number ? `${number}、${title}` : title;

/** “第五章”; 引言 for what stands before the first. */
export function chapterNumber(edition: FormEdition, key: ChapterKey): string {
  const spec = specOf(edition, key);
  return spec ? `第${spec.number}章` : '引言';
}

/** “第五章‘存在的主要问题及改进情况’”, in double quotation marks. */
export function chapterName(edition: FormEdition, key: ChapterKey): string {
  const spec = specOf(edition, key);
  return spec ? `${chapterNumber(edition, key)}“${spec.title}”` : '引言';
}
